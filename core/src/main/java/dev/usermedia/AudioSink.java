package dev.usermedia;

import dev.usermedia.frame.AudioData;

/** Consumes the sound of a track. */
@FunctionalInterface
public interface AudioSink {
  /**
   * A chunk of sound, readable until this method returns; {@link AudioData#clone} keeps it longer.
   * Which thread calls, and what happens while this method is busy, is up to the {@link Delivery}
   * that the sink was added with.
   */
  void data(AudioData data);
}
