package dev.usermedia.idl.ast;

import java.util.List;

/**
 * What makes an interface iterable, a map or a set.
 *
 * @param types of values, or of keys and values
 * @param arguments of an asynchronous iterator
 * @see <a href="https://webidl.spec.whatwg.org/#idl-iterable">Web IDL, Iterable declarations</a>
 */
public record IterableDeclaration(
    List<ExtendedAttribute> extendedAttributes,
    Kind kind,
    boolean readonly,
    List<IdlType> types,
    List<Argument> arguments)
    implements Member {

  /** What is declared. */
  public enum Kind {
    ITERABLE("iterable"),
    ASYNC_ITERABLE("async_iterable"),
    MAPLIKE("maplike"),
    SETLIKE("setlike");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    /** As it is written. */
    public String keyword() {
      return keyword;
    }
  }

  public IterableDeclaration {
    extendedAttributes = List.copyOf(extendedAttributes);
    types = List.copyOf(types);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String name() {
    return "";
  }
}
