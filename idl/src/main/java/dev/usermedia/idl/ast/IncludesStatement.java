package dev.usermedia.idl.ast;

import java.util.List;

/**
 * {@code Name includes Mixin;}
 *
 * @param name the interface that includes
 */
public record IncludesStatement(
    List<ExtendedAttribute> extendedAttributes, String name, String mixin) implements Definition {

  public IncludesStatement {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
