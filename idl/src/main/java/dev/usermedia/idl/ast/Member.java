package dev.usermedia.idl.ast;

import java.util.List;

/** A member of an interface, mixin, callback interface or namespace. */
public sealed interface Member
    permits Attribute, Constant, Constructor, IterableDeclaration, Operation, Stringifier {

  /** The list in brackets before it. */
  List<ExtendedAttribute> extendedAttributes();

  /** The member's identifier; empty where it has none. */
  String name();
}
