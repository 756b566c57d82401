package dev.usermedia.webaudio;

import dev.usermedia.MediaContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A media context without devices, and offline graphs in it. */
final class Offline implements BeforeEachCallback, AfterEachCallback {
  static final float RATE_HZ = 48_000;

  private MediaContext media;

  @Override
  public void beforeEach(ExtensionContext test) {
    media = MediaContext.builder().systemDrivers(false).build();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    media.close();
  }

  MediaContext media() {
    return media;
  }

  OfflineAudioContext context(int channels, int length) {
    return new OfflineAudioContext(media, channels, length, RATE_HZ);
  }
}
