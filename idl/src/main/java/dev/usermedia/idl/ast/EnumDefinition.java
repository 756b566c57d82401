package dev.usermedia.idl.ast;

import java.util.List;

/**
 * An enumeration.
 *
 * @param values in the order in which they are written
 */
public record EnumDefinition(
    List<ExtendedAttribute> extendedAttributes, String name, List<String> values)
    implements Definition {

  public EnumDefinition {
    extendedAttributes = List.copyOf(extendedAttributes);
    values = List.copyOf(values);
  }
}
