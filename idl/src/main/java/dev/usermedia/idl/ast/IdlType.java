package dev.usermedia.idl.ast;

import java.util.List;

/**
 * A type as it is written.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-types">Web IDL, Types</a>
 */
public sealed interface IdlType {

  /** What applies to the type where it stands, such as {@code [Clamp]}. */
  List<ExtendedAttribute> extendedAttributes();

  /** Whether a question mark follows. */
  boolean nullable();

  /**
   * A name: built-in ({@code any}, {@code unsigned long}, {@code DOMString}) or of a definition.
   */
  record Named(List<ExtendedAttribute> extendedAttributes, String name, boolean nullable)
      implements IdlType {
    public Named {
      extendedAttributes = List.copyOf(extendedAttributes);
    }
  }

  /** {@code sequence<T>}, {@code Promise<T>}, {@code record<K, V>} and the like. */
  record Generic(
      List<ExtendedAttribute> extendedAttributes,
      String name,
      List<IdlType> parameters,
      boolean nullable)
      implements IdlType {
    public Generic {
      extendedAttributes = List.copyOf(extendedAttributes);
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code (A or B)}. */
  record Union(List<ExtendedAttribute> extendedAttributes, List<IdlType> members, boolean nullable)
      implements IdlType {
    public Union {
      extendedAttributes = List.copyOf(extendedAttributes);
      members = List.copyOf(members);
    }
  }
}
