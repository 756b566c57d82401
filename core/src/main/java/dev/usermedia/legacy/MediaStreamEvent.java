package dev.usermedia.legacy;

import dev.usermedia.Event;
import dev.usermedia.MediaStream;
import java.util.Optional;

/**
 * A stream came or went: {@code addstream} and {@code removestream} of peer connections, until
 * tracks took the place of streams there. Nothing fires it any more; browsers still have it.
 *
 * @see <a href="https://www.w3.org/TR/2015/WD-webrtc-20150210/#mediastreamevent">WebRTC of February
 *     2015, MediaStreamEvent</a>
 * @deprecated gone from the standard since March 2015
 */
@Deprecated
public final class MediaStreamEvent extends Event {
  private final Optional<MediaStream> stream;

  /** An event about a stream. */
  public MediaStreamEvent(String type, MediaStreamEventInit eventInitDict) {
    super(type);
    this.stream = eventInitDict.stream();
  }

  /** What came or went. */
  public Optional<MediaStream> stream() {
    return stream;
  }
}
