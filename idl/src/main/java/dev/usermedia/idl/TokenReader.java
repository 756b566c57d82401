package dev.usermedia.idl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Walks along tokens. */
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  TokenReader(String text) {
    this.tokens = IdlLexer.tokens(text);
  }

  Token peek() {
    return tokens.get(at);
  }

  boolean peekIs(String text) {
    return peek().is(text);
  }

  /** Whether the token after the next is this one. */
  boolean secondIs(String text) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(text);
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  /** Steps over the token if it is this one. */
  boolean accept(String text) {
    boolean is = peekIs(text);
    if (is) {
      at++;
    }
    return is;
  }

  void expect(String text) {
    if (!accept(text)) {
      throw unexpected("\"" + text + "\"");
    }
  }

  /** An identifier, without the underscore that keeps it from being a keyword. */
  String identifier() {
    if (peek().kind() != Token.Kind.IDENTIFIER) {
      throw unexpected("an identifier");
    }
    String text = next().text();
    return text.startsWith("_") ? text.substring(1) : text;
  }

  String string() {
    if (peek().kind() != Token.Kind.STRING) {
      throw unexpected("a string");
    }
    return next().text();
  }

  IdlException unexpected(String wanted) {
    return new IdlException(
        "line " + peek().line() + ": " + wanted + " was expected, not " + peek());
  }

  /** Items with commas between, up to and with the closing token; none is allowed. */
  <T> List<T> listUntil(String closing, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    while (!accept(closing)) {
      if (!items.isEmpty()) {
        expect(",");
        if (accept(closing)) {
          return items; // a comma after the last value of an enumeration
        }
      }
      items.add(item.get());
    }
    return items;
  }
}
