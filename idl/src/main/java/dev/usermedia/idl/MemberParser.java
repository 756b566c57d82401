package dev.usermedia.idl;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Attribute;
import dev.usermedia.idl.ast.Constant;
import dev.usermedia.idl.ast.Constructor;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.IterableDeclaration;
import dev.usermedia.idl.ast.Literal;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.Stringifier;
import java.util.List;

/** Reads the members of interfaces and of what is written like one. */
final class MemberParser {
  private final TokenReader tokens;
  private final TypeParser types;

  MemberParser(TokenReader tokens, TypeParser types) {
    this.tokens = tokens;
    this.types = types;
  }

  Member member() {
    List<ExtendedAttribute> attributes = types.extendedAttributes();
    if (tokens.peekIs("constructor") && tokens.secondIs("(")) {
      tokens.next();
      return ended(new Constructor(attributes, types.arguments()));
    }
    if (tokens.accept("const")) {
      return constant(attributes);
    }
    if (tokens.accept("stringifier")) {
      return stringifier(attributes);
    }
    if (tokens.accept("static")) {
      return isAttribute()
          ? attribute(attributes, Attribute.Scope.STATIC)
          : operation(attributes, Operation.Special.STATIC);
    }
    for (Operation.Special special :
        List.of(Operation.Special.GETTER, Operation.Special.SETTER, Operation.Special.DELETER)) {
      if (tokens.accept(special.keyword().strip())) {
        return operation(attributes, special);
      }
    }
    for (IterableDeclaration.Kind kind : IterableDeclaration.Kind.values()) {
      if ((tokens.peekIs(kind.keyword()) && tokens.secondIs("<"))
          || (tokens.peekIs("readonly") && tokens.secondIs(kind.keyword()))) {
        return iterable(attributes, kind);
      }
    }
    return isAttribute()
        ? attribute(attributes, Attribute.Scope.REGULAR)
        : operation(attributes, Operation.Special.REGULAR);
  }

  private boolean isAttribute() {
    return tokens.peekIs("attribute") || tokens.peekIs("readonly") || tokens.peekIs("inherit");
  }

  private Member constant(List<ExtendedAttribute> attributes) {
    IdlType type = types.type(List.of());
    String name = tokens.identifier();
    tokens.expect("=");
    Literal value = types.literal();
    return ended(new Constant(attributes, type, name, value));
  }

  private Member stringifier(List<ExtendedAttribute> attributes) {
    if (tokens.accept(";")) {
      return new Stringifier(attributes);
    }
    return isAttribute()
        ? attribute(attributes, Attribute.Scope.STRINGIFIER)
        : operation(attributes, Operation.Special.STRINGIFIER);
  }

  private Member iterable(List<ExtendedAttribute> attributes, IterableDeclaration.Kind kind) {
    boolean readonly = tokens.accept("readonly");
    tokens.next();
    tokens.expect("<");
    List<IdlType> parameters = tokens.listUntil(">", types::typeWithExtendedAttributes);
    List<Argument> arguments = tokens.peekIs("(") ? types.arguments() : List.of();
    return ended(new IterableDeclaration(attributes, kind, readonly, parameters, arguments));
  }

  private Member attribute(List<ExtendedAttribute> attributes, Attribute.Scope scope) {
    boolean inherit = tokens.accept("inherit");
    boolean readonly = tokens.accept("readonly");
    tokens.expect("attribute");
    IdlType type = types.typeWithExtendedAttributes();
    return ended(new Attribute(attributes, scope, inherit, readonly, type, tokens.identifier()));
  }

  private Member operation(List<ExtendedAttribute> attributes, Operation.Special special) {
    IdlType returnType = types.type(List.of());
    String name = tokens.peekIs("(") ? "" : tokens.identifier();
    return ended(new Operation(attributes, special, returnType, name, types.arguments()));
  }

  private Member ended(Member member) {
    tokens.expect(";");
    return member;
  }
}
