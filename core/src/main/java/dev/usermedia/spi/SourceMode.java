package dev.usermedia.spi;

/** One way in which a device delivers natively. */
public sealed interface SourceMode permits VideoMode, AudioMode {}
