package dev.usermedia.javascript;

import java.util.Optional;

/**
 * What the pages of a context can load: their scripts, frames and files. A script reaches nothing
 * else, whatever it asks for. Called on the script's thread.
 */
@FunctionalInterface
public interface PageResources {
  /** What is at an absolute URL, if anything is. */
  Optional<PageResource> load(String url);

  /** Nothing at all. */
  static PageResources none() {
    return _ -> Optional.empty();
  }
}
