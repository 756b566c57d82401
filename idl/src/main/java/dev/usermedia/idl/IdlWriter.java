package dev.usermedia.idl;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Attribute;
import dev.usermedia.idl.ast.CallbackDefinition;
import dev.usermedia.idl.ast.Constant;
import dev.usermedia.idl.ast.Constructor;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.DictionaryMember;
import dev.usermedia.idl.ast.EnumDefinition;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.IncludesStatement;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.IterableDeclaration;
import dev.usermedia.idl.ast.Literal;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.Stringifier;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints Web IDL: what is printed is read back as the same definitions. */
public final class IdlWriter {
  /** Names that the grammar would read as something else in places where a name may stand. */
  private static final Set<String> RESERVED =
      Set.of("constructor", "toString", "toJSON", "interface", "attribute", "readonly", "inherit");

  private IdlWriter() {}

  /** A definition, with its final semicolon. */
  public static String write(Definition definition) {
    String head = list(definition.extendedAttributes(), "\n");
    return head
        + switch (definition) {
          case InterfaceDefinition it ->
              partial(it.partial())
                  + it.kind().keywords()
                  + " "
                  + name(it.name())
                  + inheritance(it.inherits())
                  + it.members().stream().map(IdlWriter::line).collect(body());
          case DictionaryDefinition it ->
              partial(it.partial())
                  + "dictionary "
                  + name(it.name())
                  + inheritance(it.inherits())
                  + it.members().stream().map(IdlWriter::line).collect(body());
          case EnumDefinition it ->
              "enum "
                  + name(it.name())
                  + it.values().stream()
                      .map(value -> "  \"" + value + "\"")
                      .collect(Collectors.joining(",\n", " {\n", "\n}"));
          case TypedefDefinition it -> "typedef " + write(it.type()) + " " + name(it.name());
          case CallbackDefinition it ->
              "callback "
                  + (it.constructor() ? "constructor " : "")
                  + name(it.name())
                  + " = "
                  + write(it.returnType())
                  + " "
                  + arguments(it.arguments());
          case IncludesStatement it -> name(it.name()) + " includes " + name(it.mixin());
        }
        + ";";
  }

  /** A member, with its semicolon. */
  public static String write(Member member) {
    return list(member.extendedAttributes(), " ")
        + switch (member) {
          case Attribute it ->
              it.scope().keyword()
                  + (it.inherit() ? "inherit " : "")
                  + (it.readonly() ? "readonly " : "")
                  + "attribute "
                  + write(it.type())
                  + " "
                  + name(it.name());
          case Operation it ->
              it.special().keyword()
                  + write(it.returnType())
                  + (it.name().isEmpty() ? " " : " " + name(it.name()))
                  + arguments(it.arguments());
          case Constructor it -> "constructor" + arguments(it.arguments());
          case Constant it ->
              "const " + write(it.type()) + " " + name(it.name()) + " = " + write(it.value());
          case Stringifier _ -> "stringifier";
          case IterableDeclaration it ->
              (it.readonly() ? "readonly " : "")
                  + it.kind().keyword()
                  + types(it.types(), ", ", "<", ">")
                  + (it.arguments().isEmpty() ? "" : arguments(it.arguments()));
        }
        + ";";
  }

  /** A type. */
  public static String write(IdlType type) {
    return list(type.extendedAttributes(), " ")
        + switch (type) {
          case IdlType.Named it -> it.name();
          case IdlType.Generic it -> it.name() + types(it.parameters(), ", ", "<", ">");
          case IdlType.Union it -> types(it.members(), " or ", "(", ")");
        }
        + (type.nullable() ? "?" : "");
  }

  /** A value. */
  public static String write(Literal literal) {
    return switch (literal) {
      case Literal.Text it -> "\"" + it.value() + "\"";
      case Literal.Numeric it -> it.text();
      case Literal.Bool it -> String.valueOf(it.value());
      case Literal.Word it -> it.text();
    };
  }

  private static String line(Member member) {
    return "  " + write(member) + "\n";
  }

  private static String line(DictionaryMember member) {
    return "  "
        + list(member.extendedAttributes(), " ")
        + (member.required() ? "required " : "")
        + write(member.type())
        + " "
        + name(member.name())
        + defaultValue(member.defaultValue())
        + ";\n";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> body() {
    return Collectors.joining("", " {\n", "}");
  }

  private static String arguments(List<Argument> arguments) {
    return arguments.stream()
        .map(
            argument ->
                list(argument.extendedAttributes(), " ")
                    + (argument.optional() ? "optional " : "")
                    + write(argument.type())
                    + (argument.variadic() ? "... " : " ")
                    + name(argument.name())
                    + defaultValue(argument.defaultValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String list(List<ExtendedAttribute> attributes, String after) {
    return attributes.isEmpty()
        ? ""
        : attributes.stream()
            .map(attribute -> attribute.name() + value(attribute.value()))
            .collect(Collectors.joining(", ", "[", "]" + after));
  }

  private static String value(ExtendedAttribute.Value value) {
    return switch (value) {
      case ExtendedAttribute.None _ -> "";
      case ExtendedAttribute.Wildcard _ -> "=*";
      case ExtendedAttribute.Identifiers it ->
          "=" + group(String.join(", ", it.names()), it.parenthesised());
      case ExtendedAttribute.Literals it ->
          "="
              + group(
                  it.values().stream().map(IdlWriter::write).collect(Collectors.joining(", ")),
                  it.parenthesised());
      case ExtendedAttribute.Function it ->
          (it.name().isEmpty() ? "" : "=" + it.name()) + arguments(it.arguments());
    };
  }

  private static String group(String text, boolean parenthesised) {
    return parenthesised ? "(" + text + ")" : text;
  }

  private static String types(List<IdlType> types, String between, String open, String close) {
    return types.stream().map(IdlWriter::write).collect(Collectors.joining(between, open, close));
  }

  private static String partial(boolean partial) {
    return partial ? "partial " : "";
  }

  private static String inheritance(Optional<String> inherits) {
    return inherits.map(parent -> " : " + name(parent)).orElse("");
  }

  private static String defaultValue(Optional<Literal> value) {
    return value.map(literal -> " = " + write(literal)).orElse("");
  }

  private static String name(String name) {
    return RESERVED.contains(name) ? "_" + name : name;
  }
}
