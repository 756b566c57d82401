package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.javascript.internal.picture.Raster;
import java.util.Optional;

/** Something that a script draws from. */
public sealed interface PictureSource permits VideoHost, CanvasHost {
  /** The picture as it is now; empty where there is none. */
  Optional<Raster> picture();
}
