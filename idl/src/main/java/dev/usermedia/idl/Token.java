package dev.usermedia.idl;

/**
 * A token of <a href="https://webidl.spec.whatwg.org/#idl-grammar">the grammar</a>.
 *
 * @param text as it is written; of a string, what is between its quotes
 */
record Token(Kind kind, String text, int line) {
  /** The grammar's terminal symbols. */
  enum Kind {
    IDENTIFIER,
    NUMBER,
    STRING,
    PUNCTUATION,
    END
  }

  boolean is(String wanted) {
    return (kind == Kind.PUNCTUATION || kind == Kind.IDENTIFIER) && text.equals(wanted);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
