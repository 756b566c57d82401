package dev.usermedia.idl.ast;

/** A default value or the value of a constant. */
public sealed interface Literal {

  /** A string, without its quotes. */
  record Text(String value) implements Literal {}

  /** A number as it is written: {@code 0x10}, {@code -1.5}, {@code -Infinity}, {@code NaN}. */
  record Numeric(String text) implements Literal {}

  /** A truth value. */
  record Bool(boolean value) implements Literal {}

  /** A word or an empty bracket. */
  enum Word implements Literal {
    NULL("null"),
    UNDEFINED("undefined"),
    EMPTY_SEQUENCE("[]"),
    EMPTY_DICTIONARY("{}");

    private final String text;

    Word(String text) {
      this.text = text;
    }

    /** As it is written. */
    public String text() {
      return text;
    }
  }
}
