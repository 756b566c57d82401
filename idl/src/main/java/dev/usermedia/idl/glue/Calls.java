package dev.usermedia.idl.glue;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.Literal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the conversion of what a script passes and of what it gets. */
final class Calls {
  private final TypeTable types;

  Calls(TypeTable types) {
    this.types = types;
  }

  /** The parameters that make up a function's length. */
  static String parameters(List<List<Argument>> overloads) {
    int required = overloads.stream().mapToInt(Calls::required).min().orElse(0);
    return IntStream.range(0, required)
        .mapToObj(index -> "a" + index)
        .collect(Collectors.joining(", "));
  }

  static int required(List<Argument> arguments) {
    return (int)
        arguments.stream().filter(argument -> !argument.optional() && !argument.variadic()).count();
  }

  /**
   * A statement that sets {@code args} to the converted arguments.
   *
   * @param where a JavaScript string that messages begin with
   */
  String convert(List<List<Argument>> overloads, String where) {
    if (overloads.size() > 1) {
      return "const args = R.overload(["
          + overloads.stream().map(this::signature).collect(Collectors.joining(", "))
          + "], arguments, "
          + where
          + ");";
    }
    List<Argument> arguments = overloads.getFirst();
    int required = required(arguments);
    String check =
        required == 0
            ? ""
            : "if (arguments.length < "
                + required
                + ") R.missing(arguments.length, "
                + required
                + ", "
                + where
                + "); ";
    if (!arguments.isEmpty() && arguments.getLast().variadic()) {
      return check
          + "const args = R.variadic("
          + signature(arguments)
          + ", arguments, "
          + where
          + ");";
    }
    return check
        + IntStream.range(0, arguments.size())
            .mapToObj(index -> argument(arguments.get(index), index, where))
            .collect(Collectors.joining(", ", "const args = [", "];"));
  }

  private String argument(Argument argument, int index, String where) {
    String value = "arguments[" + index + "]";
    String converted =
        types.converter(argument.type(), argument.extendedAttributes())
            + "("
            + value
            + ", "
            + where
            + ", "
            + (index + 1)
            + ")";
    if (!argument.optional()) {
      return converted;
    }
    if (argument.defaultValue().filter(it -> it == Literal.Word.EMPTY_DICTIONARY).isPresent()) {
      return converted;
    }
    // A dictionary that may be left out has its defaults even so.
    return value
        + " === undefined ? "
        + argument.defaultValue().map(Calls::literal).orElse("undefined")
        + " : "
        + converted;
  }

  /** An overload as the runtime takes it: a list of arguments. */
  String signature(List<Argument> arguments) {
    return arguments.stream()
        .map(
            argument ->
                "["
                    + types.converter(argument.type(), argument.extendedAttributes())
                    + ", "
                    + types.data(argument.type(), argument.extendedAttributes())
                    + ", \""
                    + (argument.variadic() ? "variadic" : argument.optional() ? "optional" : "")
                    + "\""
                    + argument
                        .defaultValue()
                        .filter(it -> it != Literal.Word.EMPTY_DICTIONARY)
                        .map(it -> ", " + literal(it))
                        .orElse("")
                    + "]")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A value in JavaScript. */
  static String literal(Literal literal) {
    return switch (literal) {
      case Literal.Text it -> "\"" + it.value() + "\"";
      case Literal.Numeric it -> it.text();
      case Literal.Bool it -> String.valueOf(it.value());
      case Literal.Word it ->
          it == Literal.Word.EMPTY_DICTIONARY || it == Literal.Word.EMPTY_SEQUENCE
              ? "R.empty(\"" + it.text() + "\")"
              : it.text();
    };
  }

  /** A value of the implementation as a script gets it. */
  String result(IdlType declared, String value) {
    IdlType type = types.resolved(declared);
    return switch (type) {
      case IdlType.Named it when it.name().equals("undefined") -> value;
      case IdlType.Named it when isPlain(types.data(it, List.of())) -> value;
      case IdlType.Named it when types.data(it, List.of()).contains("\"dictionary\"") ->
          "R.outDictionary(" + value + ")";
      case IdlType.Generic it when it.name().equals("sequence") -> "R.outSequence(" + value + ")";
      case IdlType.Generic it when it.name().equals("record") -> "R.outDictionary(" + value + ")";
      default -> "R.out(" + value + ")";
    };
  }

  /** What is passed on as it is. */
  private static boolean isPlain(String data) {
    return List.of(
            "boolean",
            "byte",
            "octet",
            "short",
            "long",
            "unsigned",
            "float",
            "double",
            "unrestricted",
            "DOMString",
            "USVString",
            "ByteString",
            "enum",
            "bigint")
        .stream()
        .anyMatch(
            name -> data.startsWith("[\"" + name) || data.startsWith("[\"nullable\", [\"" + name));
  }
}
