package dev.usermedia.idl;

import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interface, callback interface or namespace with what partial definitions and mixins add.
 *
 * @param members its own, then those of partial definitions, then those of mixins
 */
public record InterfaceModel(
    List<ExtendedAttribute> extendedAttributes,
    InterfaceDefinition.Kind kind,
    String name,
    Optional<String> inherits,
    List<OwnedMember> members) {

  /**
   * A member and where it was written.
   *
   * @param owner the name of the interface or mixin
   * @param ownerAttributes of the interface, partial interface or mixin, such as {@code
   *     [SecureContext]}, which holds for the member too
   */
  public record OwnedMember(Member member, String owner, List<ExtendedAttribute> ownerAttributes) {
    public OwnedMember {
      ownerAttributes = List.copyOf(ownerAttributes);
    }
  }

  public InterfaceModel {
    extendedAttributes = List.copyOf(extendedAttributes);
    members = List.copyOf(members);
  }

  /** Collects members. */
  static final class Builder {
    private final InterfaceDefinition definition;
    private final List<OwnedMember> members = new ArrayList<>();

    Builder(InterfaceDefinition definition) {
      this.definition = definition;
      add(definition);
    }

    void add(InterfaceDefinition part) {
      for (Member member : part.members()) {
        members.add(new OwnedMember(member, part.name(), part.extendedAttributes()));
      }
    }

    void add(Builder mixin) {
      members.addAll(mixin.members);
    }

    InterfaceModel build() {
      return new InterfaceModel(
          definition.extendedAttributes(),
          definition.kind(),
          definition.name(),
          definition.inherits(),
          members);
    }
  }
}
