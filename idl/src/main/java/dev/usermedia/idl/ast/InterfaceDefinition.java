package dev.usermedia.idl.ast;

import java.util.List;
import java.util.Optional;

/**
 * An interface or what is written like one.
 *
 * @param partial whether it adds to another definition of the name
 * @param inherits the interface after the colon
 * @see <a href="https://webidl.spec.whatwg.org/#idl-interfaces">Web IDL, Interfaces</a>
 */
public record InterfaceDefinition(
    List<ExtendedAttribute> extendedAttributes,
    Kind kind,
    boolean partial,
    String name,
    Optional<String> inherits,
    List<Member> members)
    implements Definition {

  /** What is written like an interface. */
  public enum Kind {
    INTERFACE("interface"),
    MIXIN("interface mixin"),
    CALLBACK_INTERFACE("callback interface"),
    NAMESPACE("namespace");

    private final String keywords;

    Kind(String keywords) {
      this.keywords = keywords;
    }

    /** As it is written. */
    public String keywords() {
      return keywords;
    }
  }

  public InterfaceDefinition {
    extendedAttributes = List.copyOf(extendedAttributes);
    members = List.copyOf(members);
  }
}
