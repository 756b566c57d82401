package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A monitor or a window whose pixels are captured over one connection, by that one's thread. */
sealed interface Surface permits MonitorSurface, WindowSurface {
  /**
   * Looks where the pixels are now.
   *
   * @return nothing while there are none to read
   * @throws SourceException if the surface is gone for good
   */
  Optional<View> look() throws IOException, X11Exception, SourceException;

  /** Whether an event says that {@link #look} may answer differently. */
  boolean isChangedBy(ByteBuffer event);
}
