package dev.usermedia.frame;

/** A rectangle in pixels of a picture or a desktop. */
public record VideoRect(int x, int y, int width, int height) {}
