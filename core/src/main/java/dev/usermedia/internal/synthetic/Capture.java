package dev.usermedia.internal.synthetic;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;

/** What a started source captures; used by its capture thread alone. */
sealed interface Capture permits PictureCapture, SoundCapture {
  /** Begins, as of the time, with settings that the device has. */
  static Capture begin(SourceDevice device, SourceSettings settings, long nowUs) {
    return switch (settings.mode()) {
      case VideoMode mode -> new PictureCapture(device, mode, settings, nowUs);
      case AudioMode mode -> new SoundCapture(mode, nowUs);
    };
  }

  /** When there will next be something to deliver. */
  long dueUs();

  /**
   * Delivers what is due, and says what was lost because the thread is late or consumers hold all
   * memory.
   *
   * @param muted whether what is due passes unseen, the device being muted or stalled: neither
   *     delivered nor lost
   */
  void deliver(SourceOutput output, long nowUs, boolean muted);

  /** Goes on with other settings that the device has, from the time on. */
  void reconfigure(SourceSettings settings, long fromUs);

  /** Lets memory go. */
  void end();
}
