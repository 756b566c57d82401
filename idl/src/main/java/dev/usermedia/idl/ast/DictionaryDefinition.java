package dev.usermedia.idl.ast;

import java.util.List;
import java.util.Optional;

/**
 * A dictionary.
 *
 * @param partial whether it adds to another definition of the name
 * @param inherits the dictionary after the colon
 * @see <a href="https://webidl.spec.whatwg.org/#idl-dictionaries">Web IDL, Dictionaries</a>
 */
public record DictionaryDefinition(
    List<ExtendedAttribute> extendedAttributes,
    boolean partial,
    String name,
    Optional<String> inherits,
    List<DictionaryMember> members)
    implements Definition {

  public DictionaryDefinition {
    extendedAttributes = List.copyOf(extendedAttributes);
    members = List.copyOf(members);
  }
}
