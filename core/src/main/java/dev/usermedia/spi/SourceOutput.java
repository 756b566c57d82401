package dev.usermedia.spi;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import java.util.Map;

/**
 * Where a source delivers, on its capture thread. Implementations return quickly, throw nothing,
 * and hold no reference to the memory after they return unless they cloned the handle; the source
 * closes the handle that it passed.
 */
public interface SourceOutput {
  /** A picture. Timestamps rise from call to call. */
  default void video(VideoFrame frame) {}

  /** A chunk of sound. Timestamps rise from call to call. */
  default void audio(AudioData data) {}

  /** The device lost so many pictures, or samples of each channel, before the next delivery. */
  default void lost(long count) {}

  /** The device cannot deliver for the time being, or can again. */
  default void muted(boolean muted) {}

  /**
   * Somebody else changed controls of the device: a person by a switch on it, the system, another
   * program.
   *
   * @param controls what is different now, as in {@link SourceSettings#controls}
   */
  default void changed(Map<String, Object> controls) {}

  /** The device is gone for good; nothing is delivered after. The source is still to be closed. */
  default void ended(SourceException cause) {}
}
