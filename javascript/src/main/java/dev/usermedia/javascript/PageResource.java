package dev.usermedia.javascript;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Something that a page loaded.
 *
 * @param type the media type, such as {@code "text/html"}
 * @param headers further HTTP headers by their names in lower case
 */
public record PageResource(String type, byte[] bytes, Map<String, String> headers) {
  public PageResource {
    headers = Map.copyOf(headers);
  }

  /** Text in UTF-8. */
  public static PageResource ofText(String type, String text) {
    return new PageResource(type, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** The bytes as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
