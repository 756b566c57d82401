package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.VideoFrame;
import java.util.Optional;

/** Something that a script draws from or makes a picture of. */
public sealed interface PictureSource permits VideoHost {
  /** The picture as it is now, for the caller to close; empty where there is none. */
  Optional<VideoFrame> take();
}
