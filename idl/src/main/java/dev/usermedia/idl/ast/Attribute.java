package dev.usermedia.idl.ast;

import java.util.List;

/**
 * An attribute.
 *
 * @param inherit whether its getter is that of the interface inherited from
 * @see <a href="https://webidl.spec.whatwg.org/#idl-attributes">Web IDL, Attributes</a>
 */
public record Attribute(
    List<ExtendedAttribute> extendedAttributes,
    Scope scope,
    boolean inherit,
    boolean readonly,
    IdlType type,
    String name)
    implements Member {

  /** What the attribute belongs to. */
  public enum Scope {
    REGULAR(""),
    STATIC("static "),
    STRINGIFIER("stringifier ");

    private final String keyword;

    Scope(String keyword) {
      this.keyword = keyword;
    }

    /** As it is written, with a space after it. */
    public String keyword() {
      return keyword;
    }
  }

  public Attribute {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
