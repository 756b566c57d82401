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
    private final List<ExtendedAttribute> attributes;

    Builder(InterfaceDefinition definition) {
      this.definition = definition;
      this.attributes = new ArrayList<>(definition.extendedAttributes());
      addMembers(definition);
    }

    /**
     * A partial definition. One without members speaks of the interface itself: {@code
     * [Exposed=(Window,DedicatedWorker), Transferable] partial interface MediaStreamTrack {}}.
     */
    void add(InterfaceDefinition part) {
      if (part.members().isEmpty()) {
        for (ExtendedAttribute attribute : part.extendedAttributes()) {
          attributes.removeIf(it -> it.name().equals(attribute.name()));
          attributes.add(attribute);
        }
      }
      addMembers(part);
    }

    private void addMembers(InterfaceDefinition part) {
      for (Member member : part.members()) {
        members.add(new OwnedMember(member, part.name(), part.extendedAttributes()));
      }
    }

    void add(Builder mixin) {
      members.addAll(mixin.members);
    }

    InterfaceModel build() {
      members.replaceAll(
          it ->
              it.owner().equals(definition.name())
                      && it.ownerAttributes().equals(definition.extendedAttributes())
                  ? new OwnedMember(it.member(), it.owner(), attributes)
                  : it);
      return new InterfaceModel(
          attributes, definition.kind(), definition.name(), definition.inherits(), members);
    }
  }
}
