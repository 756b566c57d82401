package dev.usermedia.app.internal.options;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.usermedia.constraints.ConstrainableProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Documents of constraints with something wrong, or odd, or far too much; the same for a seed. */
final class MutatedDocuments {
  private static final List<String> ORIGINALS =
      List.of(
          "{\"width\":1280,\"height\":720}",
          "{\"width\":{\"min\":640,\"ideal\":1280,\"max\":1920},\"frameRate\":{\"exact\":30}}",
          "{\"aspectRatio\":{\"ideal\":1.7777777778},\"resizeMode\":[\"none\",\"crop-and-scale\"]}",
          "{\"facingMode\":{\"exact\":[\"user\",\"environment\"]},\"deviceId\":\"abc\"}",
          "{\"zoom\":true,\"pan\":{\"min\":-1},\"pointsOfInterest\":[{\"x\":0.5,\"y\":0.5}]}",
          "{\"torch\":true,\"whiteBalanceMode\":\"manual\",\"iso\":{\"min\":100,\"max\":200}}",
          "{\"echoCancellation\":\"all\",\"sampleRate\":48000,\"latency\":{\"ideal\":0.01}}",
          "{\"width\":{\"ideal\":640},\"advanced\":[{\"width\":1920,\"height\":1080},{\"aspectRatio\":1.3},"
              + "{\"facingMode\":\"user\"},{\"frameRate\":{\"min\":24}}]}");

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "-1",
    "1e300",
    "-1e300",
    "1e308",
    "5e-324",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "-9223372036854775808",
    "0.1",
    "1e-10",
    "2.5",
    "1e999",
    "123456789012345678901234567890123456789012345678901234567890"
  };

  private final RandomGenerator random;

  MutatedDocuments(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  String next() {
    JsonElement document = JsonParser.parseString(pick(ORIGINALS));
    for (int i = random.nextInt(4); i > 0; i--) {
      document = mutated(document, 0);
    }
    String text = new Gson().toJson(document);
    for (int i = random.nextInt(3); i > 0 && random.nextInt(3) == 0; i--) {
      text = mutated(text);
    }
    return text;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The tree with another node in one place. */
  private JsonElement mutated(JsonElement node, int depth) {
    if (node instanceof JsonObject object && !object.isEmpty() && random.nextInt(4) != 0) {
      String name = pick(new ArrayList<>(object.keySet()));
      JsonObject copy = object.deepCopy();
      switch (random.nextInt(4)) {
        case 0 -> {
          copy.remove(name);
          copy.add(name(), object.get(name));
        }
        case 1 -> copy.add(name(), value(depth));
        default -> copy.add(name, mutated(object.get(name), depth + 1));
      }
      return copy;
    }
    if (node instanceof JsonArray array && !array.isEmpty() && random.nextInt(4) != 0) {
      JsonArray copy = array.deepCopy();
      int index = random.nextInt(array.size());
      if (random.nextInt(10) == 0) {
        for (int i = length(500); i > 0; i--) {
          copy.add(array.get(index));
        }
      } else {
        copy.set(index, mutated(array.get(index), depth + 1));
      }
      return copy;
    }
    return value(depth);
  }

  private String name() {
    return switch (random.nextInt(6)) {
      case 0 -> pick(List.of("min", "max", "exact", "ideal", "advanced", "x"));
      case 1 -> pick(List.of("", "Width", "widht", "__proto__", "mandatory", "\u0000", "\ud800"));
      default -> pick(List.of(ConstrainableProperty.values())).webName();
    };
  }

  private JsonElement value(int depth) {
    return switch (random.nextInt(12)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> new JsonPrimitive(name().repeat(random.nextInt(3)));
      case 3 -> new JsonPrimitive("x".repeat(length(20_000)));
      case 4 -> new JsonObject();
      case 5 -> new JsonArray();
      case 6 -> nested(length(400));
      case 7 -> list();
      case 8 -> advanced();
      case 9 -> depth > 4 ? JsonNull.INSTANCE : JsonParser.parseString(pick(ORIGINALS));
      default -> number();
    };
  }

  /** Mostly short, at times very long. */
  private int length(int most) {
    return random.nextInt(random.nextInt(20) == 0 ? most : 20);
  }

  private JsonElement number() {
    return switch (random.nextInt(3)) {
      case 0 -> new JsonPrimitive(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
      case 1 -> new JsonPrimitive(random.nextInt(-3, 3000));
      default -> new JsonPrimitive(random.nextDouble(-1, 100));
    };
  }

  private JsonElement nested(int levels) {
    JsonElement node = number();
    for (int i = 0; i < levels; i++) {
      if (random.nextBoolean()) {
        JsonArray array = new JsonArray();
        array.add(node);
        node = array;
      } else {
        JsonObject object = new JsonObject();
        object.add(name(), node);
        node = object;
      }
    }
    return node;
  }

  private JsonElement list() {
    JsonArray list = new JsonArray();
    for (int i = length(1_000); i > 0; i--) {
      list.add(random.nextInt(50) == 0 ? number() : new JsonPrimitive(name()));
    }
    return list;
  }

  private JsonElement advanced() {
    JsonArray sets = new JsonArray();
    for (int i = random.nextInt(100); i > 0; i--) {
      JsonObject set = new JsonObject();
      for (int j = random.nextInt(4); j > 0; j--) {
        JsonObject range = new JsonObject();
        range.add(pick(List.of("min", "max", "exact", "ideal")), number());
        set.add(name(), random.nextBoolean() ? number() : range);
      }
      sets.add(set);
    }
    return sets;
  }

  /** The text with something else in one place, which mostly makes it no JSON. */
  private String mutated(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String piece = text.substring(from, to);
    return switch (random.nextInt(8)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, from) + piece + piece + text.substring(to);
      case 2 -> text.substring(0, from);
      case 3 ->
          text.substring(0, from) + NUMBERS[random.nextInt(NUMBERS.length)] + text.substring(to);
      case 4 ->
          text.substring(0, from)
              + pick(
                  List.of(
                      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00", "NaN", "/*", "'", "\u2028",
                      "\ufeff"))
              + text.substring(from);
      case 5 -> text.substring(0, from) + (char) random.nextInt(0x10000) + text.substring(to);
      case 6 -> "{\"advanced\":[".repeat(1 + random.nextInt(300)) + text;
      default -> {
        // The same member twice.
        int comma = text.indexOf(',');
        yield comma < 0 ? text : text.substring(0, comma) + "," + text.substring(1);
      }
    };
  }
}
