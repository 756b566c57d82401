package dev.usermedia.internal.synthetic;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;

/** What is too small for the test pattern. */
public final class PatternLimits {
  private PatternLimits() {}

  /** Throws {@link IllegalArgumentException} if a device of the kind cannot have the mode. */
  public static void check(SourceKind kind, SourceMode mode) {
    boolean fits =
        switch (mode) {
          case VideoMode m ->
              kind.isVideo()
                  && m.width() >= PictureGeometry.minWidth(kind)
                  && m.height() >= PictureGeometry.minHeight(kind);
          case AudioMode m ->
              kind == SourceKind.MICROPHONE && m.sampleRateHz() >= SoundPattern.MIN_SAMPLE_RATE_HZ;
        };
    if (!fits) {
      throw new IllegalArgumentException("no test pattern for a " + kind + " with " + mode);
    }
  }
}
