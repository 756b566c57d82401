package dev.usermedia.codecs.internal.recorder;

/** What a lane asks its track while no frames come. May be called from any thread. */
public interface TrackState {
  /** Whether the source cannot deliver for the time being. */
  boolean isMuted();

  /** Whether nothing will be delivered any more. */
  boolean hasEnded();
}
