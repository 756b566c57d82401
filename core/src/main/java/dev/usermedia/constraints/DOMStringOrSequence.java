package dev.usermedia.constraints;

import java.util.List;

/**
 * One string or a list of strings, of which any will do. An empty list asks for nothing.
 *
 * @param values the strings
 * @param isSequence whether they were given as a list; if not there is exactly one
 */
public record DOMStringOrSequence(List<String> values, boolean isSequence) {
  public DOMStringOrSequence {
    values = List.copyOf(values);
    if (!isSequence && values.size() != 1) {
      throw new IllegalArgumentException(values.size() + " strings that are no list");
    }
  }

  /** One string. */
  public static DOMStringOrSequence of(String value) {
    return new DOMStringOrSequence(List.of(value), false);
  }

  /** A list. */
  public static DOMStringOrSequence of(List<String> values) {
    return new DOMStringOrSequence(values, true);
  }

  @Override
  public String toString() {
    return Json.write(Tree.of(this));
  }
}
