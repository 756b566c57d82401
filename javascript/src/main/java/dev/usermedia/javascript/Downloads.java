package dev.usermedia.javascript;

/** Where the files go that a page offers for download. */
@FunctionalInterface
public interface Downloads {
  /**
   * Takes a file; called on the script's thread.
   *
   * @param name what the page calls it, or empty; anything may stand in it
   * @param type its MIME type, or empty
   */
  void save(String name, String type, byte[] content);
}
