package dev.usermedia.spi;

import java.util.List;

/** A driver whose devices exist once they are named, such as {@code file:clip.mp4}. */
public interface AddressedDriver extends MediaDriver {
  /** The scheme that it answers to, such as {@code "file"}. */
  String scheme();

  /**
   * Makes the devices at the address appear in {@link #devices}.
   *
   * @param address what follows the scheme and its colon
   * @return the devices: a camera, a microphone, or both
   * @throws SourceException if nothing can be captured there; the message names the cause
   */
  List<SourceDevice> add(String address) throws SourceException;
}
