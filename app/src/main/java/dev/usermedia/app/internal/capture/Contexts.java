package dev.usermedia.app.internal.capture;

import dev.usermedia.DisplayPicker;
import dev.usermedia.MediaContext;
import dev.usermedia.app.internal.options.SourceRequest;
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

  /**
   * A context for capturing, in which files can be devices whether or not the others are real. The
   * machine's own are looked for only if one of them may be meant.
   */
  static MediaContext forCapture(SourceRequest request, DisplayPicker picker) {
    MediaContext.Builder builder = builder(request.fake()).displayPicker(picker);
    if (request.fake() || request.isAllAddresses()) {
      builder.systemDrivers(false);
      drivers().stream()
          .filter(provider -> AddressedDriver.class.isAssignableFrom(provider.type()))
          .map(ServiceLoader.Provider::get)
          .forEach(builder::driver);
    }
    return builder.build();
  }

  /**
   * Those of the modules that the command was started with. For a class path, which it has not,
   * every jar would be opened.
   */
  private static ServiceLoader<MediaDriver> drivers() {
    ModuleLayer layer = Contexts.class.getModule().getLayer();
    return layer == null
        ? ServiceLoader.load(MediaDriver.class)
        : ServiceLoader.load(layer, MediaDriver.class);
  }

  private static MediaContext.Builder builder(boolean fake) {
    // the command is its user's own: nothing is hidden from it
    MediaContext.Builder own = MediaContext.builder().exposeDevices(true);
    return fake ? own.fakeDevices() : own;
  }
}
