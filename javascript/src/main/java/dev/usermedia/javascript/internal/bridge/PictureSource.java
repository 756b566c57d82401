package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.javascript.internal.picture.Raster;
import java.util.Optional;

/** Something that a script draws from, or makes a frame of. */
public sealed interface PictureSource permits VideoHost, CanvasHost, VideoFrameHost {
  /** The picture as it is now; empty where there is none. */
  Optional<Raster> picture();

  /** The same as a frame, for the caller to close. */
  Optional<VideoFrame> take();
}
