package dev.usermedia.javascript.internal.bridge;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as the steps that build its tree, in JSON: {@code ["open", name, namespace, attribute,
 * value, ...]}, {@code ["close"]}, {@code ["text", data]}, {@code ["comment", data]}, {@code
 * ["doctype", name]}.
 */
@SuppressWarnings("ReferenceEquality") // the root itself, not one like it
final class HtmlSteps implements NodeVisitor {
  private final Node root;
  private final StringBuilder out = new StringBuilder("[");

  private HtmlSteps(Node root) {
    this.root = root;
  }

  static String ofDocument(String text) {
    Document document = Jsoup.parse(text);
    return steps(document);
  }

  static String ofFragment(String text, String context) {
    Document document = Document.createShell("");
    Element parent = document.createElement(context);
    List<Node> nodes = Parser.htmlParser().parseFragmentInput(text, parent, "");
    Element holder = document.createElement("holder");
    nodes.forEach(holder::appendChild);
    return steps(holder);
  }

  private static String steps(Node root) {
    HtmlSteps steps = new HtmlSteps(root);
    root.traverse(steps);
    return steps.out.append("]").toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node == root) {
      return;
    }
    switch (node) {
      case Element element -> {
        step("open", element.tagName());
        add(element.tag().namespace());
        for (Attribute attribute : element.attributes()) {
          add(attribute.getKey());
          add(attribute.getValue());
        }
        out.append(']');
      }
      case TextNode text -> closed("text", text.getWholeText());
      case DataNode data -> closed("text", data.getWholeData());
      case Comment comment -> closed("comment", comment.getData());
      case DocumentType type -> closed("doctype", type.name());
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node != root && node instanceof Element) {
      step("close");
      out.append(']');
    }
  }

  private void closed(String kind, String data) {
    step(kind, data);
    out.append(']');
  }

  private void step(String kind, String... more) {
    out.append(out.length() == 1 ? "[" : ",[");
    string(kind);
    for (String text : more) {
      add(text);
    }
  }

  private void add(String text) {
    out.append(',');
    string(text);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
