package dev.usermedia.javascript;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Something that a page loaded. Immutable. */
public final class PageResource {
  private final String type;
  private final byte[] bytes;
  private final Map<String, String> headers;

  /**
   * Something of a media type.
   *
   * @param type such as {@code "text/html"}
   * @param headers further HTTP headers by their names in lower case
   */
  public PageResource(String type, byte[] bytes, Map<String, String> headers) {
    this.type = type;
    this.bytes = bytes.clone();
    this.headers = Map.copyOf(headers);
  }

  /** Text in UTF-8. */
  public static PageResource ofText(String type, String text) {
    return new PageResource(type, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Further HTTP headers by their names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }
}
