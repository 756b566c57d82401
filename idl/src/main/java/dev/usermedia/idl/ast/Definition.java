package dev.usermedia.idl.ast;

import java.util.List;

/** What stands at the top level of an IDL file. */
public sealed interface Definition
    permits CallbackDefinition,
        DictionaryDefinition,
        EnumDefinition,
        IncludesStatement,
        InterfaceDefinition,
        TypedefDefinition {

  /** What is defined; of an {@code includes} statement, the interface that includes. */
  String name();

  /** The list in brackets before it. */
  List<ExtendedAttribute> extendedAttributes();
}
