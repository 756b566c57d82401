package dev.usermedia.javascript.internal.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Turns trees of objects, arrays, strings, numbers and booleans of a script into Java's, and back.
 */
final class Trees {
  private final Value newObject;
  private final Value newArray;

  /** The two functions make an empty object without prototype and an empty array. */
  Trees(Value newObject, Value newArray) {
    this.newObject = newObject;
    this.newArray = newArray;
  }

  /** Members of an object, those that are undefined left out. */
  static Map<String, @Nullable Object> map(Value value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String key : value.getMemberKeys()) {
      map.put(key, read(value.getMember(key)));
    }
    return map;
  }

  /** Elements of an array. */
  static List<@Nullable Object> list(Value value) {
    List<@Nullable Object> list = new ArrayList<>();
    for (long i = 0; i < value.getArraySize(); i++) {
      list.add(read(value.getArrayElement(i)));
    }
    return list;
  }

  private static @Nullable Object read(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isString()) {
      return value.asString();
    }
    if (value.isNumber()) {
      return value.fitsInLong() ? (Object) value.asLong() : (Object) value.asDouble();
    }
    if (value.hasArrayElements()) {
      return list(value);
    }
    return map(value);
  }

  /** An object of a script. */
  Value object(Map<String, ?> map) {
    Value object = newObject.execute();
    map.forEach((key, value) -> object.putMember(key, value(value)));
    return object;
  }

  /** An array of a script. */
  Value array(List<?> list) {
    Value array = newArray.execute();
    for (int i = 0; i < list.size(); i++) {
      array.setArrayElement(i, value(list.get(i)));
    }
    return array;
  }

  /** A tree, or what is none, as a script gets it. */
  Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        yield object(members);
      }
      case List<?> list -> array(list);
      case Long number -> (double) number; // a script's numbers are doubles
      default -> value;
    };
  }
}
