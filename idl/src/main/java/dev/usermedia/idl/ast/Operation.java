package dev.usermedia.idl.ast;

import java.util.List;

/**
 * An operation.
 *
 * @param name empty of a special operation without identifier
 * @see <a href="https://webidl.spec.whatwg.org/#idl-operations">Web IDL, Operations</a>
 */
public record Operation(
    List<ExtendedAttribute> extendedAttributes,
    Special special,
    IdlType returnType,
    String name,
    List<Argument> arguments)
    implements Member {

  /** What stands before an operation. */
  public enum Special {
    REGULAR(""),
    STATIC("static "),
    STRINGIFIER("stringifier "),
    GETTER("getter "),
    SETTER("setter "),
    DELETER("deleter ");

    private final String keyword;

    Special(String keyword) {
      this.keyword = keyword;
    }

    /** As it is written, with a space after it. */
    public String keyword() {
      return keyword;
    }
  }

  public Operation {
    extendedAttributes = List.copyOf(extendedAttributes);
    arguments = List.copyOf(arguments);
  }
}
