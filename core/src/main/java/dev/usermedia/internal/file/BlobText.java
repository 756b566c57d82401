package dev.usermedia.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Text and media types as the Web has them. */
public final class BlobText {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private BlobText() {}

  /** The type in lower case; none if a character is not of ASCII or does not print. */
  public static String mediaType(String type) {
    return type.chars().allMatch(c -> c >= 0x20 && c <= 0x7E) ? type.toLowerCase(Locale.ROOT) : "";
  }

  /** UTF-8 encode, with the system's own line endings if wanted. */
  public static byte[] encode(String text, boolean nativeEndings) {
    String converted =
        nativeEndings
            ? text.replaceAll("\r\n|\r|\n", System.lineSeparator().equals("\r\n") ? "\r\n" : "\n")
            : text;
    // a String may have surrogates without their like; an encoder would make a question mark of
    // them
    return converted
        .codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** UTF-8 decode, which leaves out a byte order mark. */
  public static String decode(byte[] bytes) {
    int mark = BYTE_ORDER_MARK.length;
    boolean marked =
        bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    int from = marked ? mark : 0;
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }

  /** {@link #decode} of what is read one after another, from memory. */
  public static Reader reader(InputStream bytes) {
    PushbackInputStream stream = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
    try {
      byte[] start = stream.readNBytes(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
        stream.unread(start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
