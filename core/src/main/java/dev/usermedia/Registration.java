package dev.usermedia;

/** Something that was registered and is taken back by closing; closing twice is harmless. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
  /** Takes the registration back. Calls already under way may still finish. */
  @Override
  void close();
}
