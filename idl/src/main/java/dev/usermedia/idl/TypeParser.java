package dev.usermedia.idl;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what appears in all definitions: types, arguments, extended attributes, literals. */
final class TypeParser {
  private static final Set<String> GENERIC =
      Set.of("sequence", "async_sequence", "record", "Promise", "FrozenArray", "ObservableArray");

  private final TokenReader tokens;

  TypeParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  IdlType typeWithExtendedAttributes() {
    return type(extendedAttributes());
  }

  IdlType type(List<ExtendedAttribute> attributes) {
    if (tokens.accept("(")) {
      List<IdlType> members = new ArrayList<>();
      members.add(typeWithExtendedAttributes());
      while (tokens.accept("or")) {
        members.add(typeWithExtendedAttributes());
      }
      tokens.expect(")");
      return new IdlType.Union(attributes, members, tokens.accept("?"));
    }
    if (GENERIC.contains(tokens.peek().text()) && tokens.secondIs("<")) {
      String name = tokens.next().text();
      tokens.expect("<");
      List<IdlType> parameters = tokens.listUntil(">", this::typeWithExtendedAttributes);
      return new IdlType.Generic(attributes, name, parameters, tokens.accept("?"));
    }
    String name = typeName();
    return new IdlType.Named(attributes, name, tokens.accept("?"));
  }

  private String typeName() {
    StringBuilder name = new StringBuilder();
    for (String prefix : List.of("unrestricted", "unsigned")) {
      if (tokens.accept(prefix)) {
        name.append(prefix).append(' ');
      }
    }
    if (tokens.accept("long")) {
      return name.append(tokens.accept("long") ? "long long" : "long").toString();
    }
    return name.append(tokens.identifier()).toString();
  }

  List<Argument> arguments() {
    tokens.expect("(");
    return tokens.listUntil(")", this::argument);
  }

  private Argument argument() {
    List<ExtendedAttribute> attributes = extendedAttributes();
    boolean optional = tokens.accept("optional");
    IdlType type = optional ? typeWithExtendedAttributes() : type(List.of());
    boolean variadic = tokens.accept("...");
    String name = tokens.identifier();
    return new Argument(attributes, optional, type, variadic, name, defaultValue());
  }

  Optional<Literal> defaultValue() {
    return tokens.accept("=") ? Optional.of(literal()) : Optional.empty();
  }

  Literal literal() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case STRING -> new Literal.Text(token.text());
      case NUMBER -> new Literal.Numeric(token.text());
      case IDENTIFIER ->
          switch (token.text()) {
            case "true" -> new Literal.Bool(true);
            case "false" -> new Literal.Bool(false);
            case "null" -> Literal.Word.NULL;
            case "undefined" -> Literal.Word.UNDEFINED;
            case "Infinity", "NaN" -> new Literal.Numeric(token.text());
            default -> throw notLiteral(token);
          };
      case PUNCTUATION -> {
        Literal.Word empty =
            switch (token.text()) {
              case "[" -> Literal.Word.EMPTY_SEQUENCE;
              case "{" -> Literal.Word.EMPTY_DICTIONARY;
              default -> throw notLiteral(token);
            };
        tokens.expect(empty == Literal.Word.EMPTY_SEQUENCE ? "]" : "}");
        yield empty;
      }
      case END -> throw notLiteral(token);
    };
  }

  private static IdlException notLiteral(Token token) {
    return new IdlException("line " + token.line() + ": a value was expected, not " + token);
  }

  List<ExtendedAttribute> extendedAttributes() {
    return tokens.accept("[") ? tokens.listUntil("]", this::extendedAttribute) : List.of();
  }

  private ExtendedAttribute extendedAttribute() {
    String name = tokens.identifier();
    if (tokens.peekIs("(")) {
      return new ExtendedAttribute(name, new ExtendedAttribute.Function("", arguments()));
    }
    return new ExtendedAttribute(
        name, tokens.accept("=") ? extendedAttributeValue() : new ExtendedAttribute.None());
  }

  private ExtendedAttribute.Value extendedAttributeValue() {
    if (tokens.accept("*")) {
      return new ExtendedAttribute.Wildcard();
    }
    if (tokens.accept("(")) {
      return tokens.peek().kind() == Token.Kind.IDENTIFIER
          ? new ExtendedAttribute.Identifiers(tokens.listUntil(")", tokens::identifier), true)
          : new ExtendedAttribute.Literals(tokens.listUntil(")", this::literal), true);
    }
    if (tokens.peek().kind() != Token.Kind.IDENTIFIER) {
      return new ExtendedAttribute.Literals(List.of(literal()), false);
    }
    String name = tokens.identifier();
    return tokens.peekIs("(")
        ? new ExtendedAttribute.Function(name, arguments())
        : new ExtendedAttribute.Identifiers(List.of(name), false);
  }
}
