package dev.usermedia;

/** A sink's place at a track. Closing it ends delivery; a call under way may still finish. */
public interface SinkRegistration extends Registration {
  /** Frames (or chunks of sound) that were discarded because the sink was too slow for them. */
  long discardedFrames();
}
