package dev.usermedia;

/** What became of a track's frames; the kind of track decides which. */
public sealed interface MediaStreamTrackStats
    permits MediaStreamTrackVideoStats, MediaStreamTrackAudioStats {}
