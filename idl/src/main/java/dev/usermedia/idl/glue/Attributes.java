package dev.usermedia.idl.glue;

import dev.usermedia.idl.ast.ExtendedAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks into lists of extended attributes. */
final class Attributes {
  private Attributes() {}

  static boolean has(List<ExtendedAttribute> attributes, String name) {
    return find(attributes, name).isPresent();
  }

  static Optional<ExtendedAttribute.Value> find(List<ExtendedAttribute> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(ExtendedAttribute::value)
        .findFirst();
  }

  /** The one identifier after the name. */
  static Optional<String> identifier(List<ExtendedAttribute> attributes, String name) {
    return find(attributes, name)
        .filter(ExtendedAttribute.Identifiers.class::isInstance)
        .map(value -> ((ExtendedAttribute.Identifiers) value).names().getFirst());
  }

  /** Where something is exposed, as the runtime takes it: {@code ["Window"]} or {@code ["*"]}. */
  static Optional<String> exposed(List<ExtendedAttribute> attributes) {
    return find(attributes, "Exposed")
        .map(
            value ->
                value instanceof ExtendedAttribute.Identifiers globals
                    ? globals.names().stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", ", "[", "]"))
                    : "[\"*\"]");
  }
}
