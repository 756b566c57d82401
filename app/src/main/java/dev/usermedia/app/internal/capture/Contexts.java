package dev.usermedia.app.internal.capture;

import dev.usermedia.DisplayPicker;
import dev.usermedia.MediaContext;
import dev.usermedia.spi.AddressedDriver;
import dev.usermedia.spi.MediaDriver;
import java.util.ServiceLoader;

/** Makes the context that a command works in. */
public final class Contexts {
  private Contexts() {}

  /** A context for listing devices. */
  public static MediaContext forListing(boolean fake) {
    return builder(fake).build();
  }

  /** A context for capturing, in which files can be devices whether or not the others are real. */
  static MediaContext forCapture(boolean fake, DisplayPicker picker) {
    MediaContext.Builder builder = builder(fake).displayPicker(picker);
    if (fake) {
      ServiceLoader.load(MediaDriver.class).stream()
          .filter(provider -> AddressedDriver.class.isAssignableFrom(provider.type()))
          .map(ServiceLoader.Provider::get)
          .forEach(builder::driver);
    }
    return builder.build();
  }

  private static MediaContext.Builder builder(boolean fake) {
    // the command is its user's own: nothing is hidden from it
    MediaContext.Builder own = MediaContext.builder().exposeDevices(true);
    return fake ? own.fakeDevices() : own;
  }
}
