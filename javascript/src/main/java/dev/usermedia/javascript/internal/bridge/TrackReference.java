package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStreamTrack;

/** A track that is looked at from elsewhere, maybe by another script, and stays where it is. */
public record TrackReference(MediaStreamTrack track) {}
