package dev.usermedia.idl.ast;

import java.util.List;

/**
 * An extended attribute: a name and what follows it.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-extended-attributes">Web IDL, Extended
 *     attributes</a>
 */
public record ExtendedAttribute(String name, Value value) {

  /** What follows the name. */
  public sealed interface Value {}

  /** Nothing: {@code [SameObject]}. */
  public record None() implements Value {}

  /** {@code [Exposed=*]}. */
  public record Wildcard() implements Value {}

  /** {@code [Exposed=Window]}; the identifiers are one then. {@code [Exposed=(Window,Worker)]}. */
  public record Identifiers(List<String> names, boolean parenthesised) implements Value {
    public Identifiers {
      names = List.copyOf(names);
    }
  }

  /** {@code [Reflect="content"]}; the literals are one then. {@code [X=("a","b")]}. */
  public record Literals(List<Literal> values, boolean parenthesised) implements Value {
    public Literals {
      values = List.copyOf(values);
    }
  }

  /**
   * {@code [X(long a)]}, or with a function's name {@code [LegacyFactoryFunction=Image(long a)]}.
   */
  public record Function(String name, List<Argument> arguments) implements Value {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }
}
