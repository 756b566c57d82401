package dev.usermedia.spi;

/**
 * One open device. A source delivers on one thread of its own, and never to an output that was told
 * to end or after {@link #close} has returned.
 *
 * <p>All methods may be called from any thread; {@link #close} also from within a delivery, where
 * it returns at once and that delivery is the last.
 */
public interface Source extends AutoCloseable {
  /**
   * Starts delivering. Returns once the device has accepted the settings.
   *
   * @throws SourceException if the device refuses; the source is then still open
   * @throws IllegalStateException if already started or closed
   */
  void start(SourceSettings settings, SourceOutput output) throws SourceException;

  /**
   * Changes how a started source delivers, without ending it and without losing more frames than
   * the device itself does. Frames of the new settings follow frames of the old in order.
   *
   * @throws SourceException if the device refuses; it then delivers as before
   * @throws IllegalStateException if not started, or closed
   */
  void reconfigure(SourceSettings settings) throws SourceException;

  /** Stops delivering and lets the device go; twice is harmless. */
  @Override
  void close();
}
