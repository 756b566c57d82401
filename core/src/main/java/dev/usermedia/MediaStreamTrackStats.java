package dev.usermedia;

import java.util.Map;

/** What became of a track's frames; the kind of track decides which. */
public sealed interface MediaStreamTrackStats
    permits MediaStreamTrackVideoStats, MediaStreamTrackAudioStats {
  /** All members, as of one instant, by their names on the Web. */
  Map<String, Number> toJSON();
}
