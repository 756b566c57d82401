package dev.usermedia.idl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Web IDL into tokens, leaving white space and comments out. */
final class IdlLexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<space>[\\t\\n\\r\\x20]+ | //[^\\n]* | /\\*(?s:.*?)\\*/)
          | (?<number>-?(?:(?:[0-9]+\\.[0-9]*|[0-9]*\\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[0-9]+[Ee][+-]?[0-9]+)
              | -?(?:0[Xx][0-9A-Fa-f]+|[0-9]+) | -Infinity)
          | (?<identifier>[_-]?[A-Za-z][0-9A-Z_a-z-]*)
          | "(?<string>[^"]*)"
          | (?<punctuation>\\.\\.\\. | [^\\t\\n\\r\\x200-9A-Za-z"])
          """,
          Pattern.COMMENTS);

  private IdlLexer() {}

  /** All tokens, the last of which is the end. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new IdlException("line " + line + ": no token begins with " + text.charAt(at));
      }
      if (matcher.group("number") != null) {
        tokens.add(new Token(Token.Kind.NUMBER, matcher.group(), line));
      } else if (matcher.group("identifier") != null) {
        tokens.add(new Token(Token.Kind.IDENTIFIER, matcher.group(), line));
      } else if (matcher.group("string") != null) {
        tokens.add(new Token(Token.Kind.STRING, matcher.group("string"), line));
      } else if (matcher.group("punctuation") != null) {
        tokens.add(new Token(Token.Kind.PUNCTUATION, matcher.group(), line));
      }
      line += (int) matcher.group().chars().filter(character -> character == '\n').count();
      at = matcher.end();
    }
    tokens.add(new Token(Token.Kind.END, "", line));
    return tokens;
  }
}
