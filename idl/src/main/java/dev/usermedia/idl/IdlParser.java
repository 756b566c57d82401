package dev.usermedia.idl;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.CallbackDefinition;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.DictionaryMember;
import dev.usermedia.idl.ast.EnumDefinition;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.IncludesStatement;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.InterfaceDefinition.Kind;
import dev.usermedia.idl.ast.Literal;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads Web IDL: all of <a href="https://webidl.spec.whatwg.org/#idl-grammar">the grammar</a>.
 *
 * <p>What is written is checked, what it means is not: see {@link IdlModel}.
 */
public final class IdlParser {
  private final TokenReader tokens;
  private final TypeParser types;
  private final MemberParser members;

  private IdlParser(String text) {
    this.tokens = new TokenReader(text);
    this.types = new TypeParser(tokens);
    this.members = new MemberParser(tokens, types);
  }

  /**
   * Reads definitions.
   *
   * @throws IdlException if the text is not Web IDL; the message names the line
   */
  public static List<Definition> parse(String text) {
    IdlParser parser = new IdlParser(text);
    List<Definition> definitions = new ArrayList<>();
    while (!parser.tokens.atEnd()) {
      definitions.add(parser.definition());
    }
    return List.copyOf(definitions);
  }

  private Definition definition() {
    List<ExtendedAttribute> attributes = types.extendedAttributes();
    boolean partial = tokens.accept("partial");
    if (tokens.accept("interface")) {
      Kind kind = tokens.accept("mixin") ? Kind.MIXIN : Kind.INTERFACE;
      return interfaceLike(attributes, kind, partial);
    }
    if (tokens.accept("namespace")) {
      return interfaceLike(attributes, Kind.NAMESPACE, partial);
    }
    if (tokens.accept("dictionary")) {
      return dictionary(attributes, partial);
    }
    if (partial) {
      throw tokens.unexpected("interface, namespace or dictionary");
    }
    if (tokens.accept("enum")) {
      String name = tokens.identifier();
      tokens.expect("{");
      return ended(new EnumDefinition(attributes, name, tokens.listUntil("}", tokens::string)));
    }
    if (tokens.accept("typedef")) {
      IdlType type = types.typeWithExtendedAttributes();
      return ended(new TypedefDefinition(attributes, type, tokens.identifier()));
    }
    if (tokens.accept("callback")) {
      return callback(attributes);
    }
    String name = tokens.identifier();
    tokens.expect("includes");
    return ended(new IncludesStatement(attributes, name, tokens.identifier()));
  }

  private Definition interfaceLike(List<ExtendedAttribute> attributes, Kind kind, boolean partial) {
    String name = tokens.identifier();
    Optional<String> inherits = inheritance();
    List<Member> body = body(members::member);
    return ended(new InterfaceDefinition(attributes, kind, partial, name, inherits, body));
  }

  private Definition dictionary(List<ExtendedAttribute> attributes, boolean partial) {
    String name = tokens.identifier();
    Optional<String> inherits = inheritance();
    List<DictionaryMember> body = body(this::dictionaryMember);
    return ended(new DictionaryDefinition(attributes, partial, name, inherits, body));
  }

  private DictionaryMember dictionaryMember() {
    List<ExtendedAttribute> attributes = types.extendedAttributes();
    boolean required = tokens.accept("required");
    IdlType type = required ? types.typeWithExtendedAttributes() : types.type(List.of());
    String name = tokens.identifier();
    Optional<Literal> defaultValue = required ? Optional.empty() : types.defaultValue();
    tokens.expect(";");
    return new DictionaryMember(attributes, required, type, name, defaultValue);
  }

  private Definition callback(List<ExtendedAttribute> attributes) {
    if (tokens.accept("interface")) {
      return interfaceLike(attributes, Kind.CALLBACK_INTERFACE, false);
    }
    boolean constructor = tokens.accept("constructor");
    String name = tokens.identifier();
    tokens.expect("=");
    IdlType returnType = types.type(List.of());
    List<Argument> arguments = types.arguments();
    return ended(new CallbackDefinition(attributes, constructor, name, returnType, arguments));
  }

  private Optional<String> inheritance() {
    return tokens.accept(":") ? Optional.of(tokens.identifier()) : Optional.empty();
  }

  private <T> List<T> body(Supplier<T> item) {
    tokens.expect("{");
    List<T> items = new ArrayList<>();
    while (!tokens.accept("}")) {
      items.add(item.get());
    }
    return items;
  }

  private Definition ended(Definition definition) {
    tokens.expect(";");
    return definition;
  }
}
