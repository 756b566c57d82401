package dev.usermedia.app.internal.options;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as RFC 8259 has it, nothing more lenient, into maps, lists and plain values. */
final class JsonTree {
  /** Text that is no JSON; the message says what is wrong, and where. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private JsonTree() {}

  /** The value that the text is, the whole of it. */
  static @Nullable Object read(String text) throws Malformed {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      Object value = value(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Malformed("text after its end");
      }
      return value;
    } catch (MalformedJsonException | EOFException | NumberFormatException e) {
      throw new Malformed(readable(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new IllegalStateException("reading a string", e);
    }
  }

  private static @Nullable Object value(JsonReader reader) throws IOException, Malformed {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> reader.nextString();
      case NUMBER -> reader.nextDouble();
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> {
        reader.nextNull();
        yield null;
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new Malformed("no value at " + reader.getPath());
    };
  }

  private static Map<String, @Nullable Object> object(JsonReader reader)
      throws IOException, Malformed {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (members.containsKey(name)) {
        throw new Malformed("the name \"" + name + "\" twice at path " + reader.getPath());
      }
      members.put(name, value(reader));
    }
    reader.endObject();
    return members;
  }

  private static List<@Nullable Object> array(JsonReader reader) throws IOException, Malformed {
    List<@Nullable Object> values = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      values.add(value(reader));
    }
    reader.endArray();
    return values;
  }

  /** The parser's words without what it tells programmers. */
  private static String readable(String message) {
    String line = message.lines().findFirst().orElse(message);
    int position = line.indexOf(" at line ");
    return line.startsWith("Use JsonReader") && position >= 0
        ? "malformed text" + line.substring(position)
        : line;
  }
}
