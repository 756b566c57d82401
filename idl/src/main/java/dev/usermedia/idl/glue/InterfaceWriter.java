package dev.usermedia.idl.glue;

import dev.usermedia.idl.InterfaceModel;
import dev.usermedia.idl.InterfaceModel.OwnedMember;
import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Attribute;
import dev.usermedia.idl.ast.Constant;
import dev.usermedia.idl.ast.Constructor;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.IterableDeclaration;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.Stringifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one interface as a constructor, the literals of its prototype and its static members, and
 * facts that those cannot express. Literals are what an engine makes fastest: a context has some
 * thousand members, and is to start in milliseconds.
 */
final class InterfaceWriter {
  private final InterfaceModel model;
  private final TypeTable types;
  private final Calls calls;
  private final Set<String> implemented;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder constructor = new StringBuilder();
  private final StringBuilder statics = new StringBuilder();
  private final StringBuilder unforgeable = new StringBuilder();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> always = new ArrayList<>();
  private final List<String> constants = new ArrayList<>();

  /**
   * A writer.
   *
   * @param implemented all words of the implementations: a member that is not among them is left
   *     out
   */
  InterfaceWriter(InterfaceModel model, TypeTable types, Set<String> implemented) {
    this.model = model;
    this.implemented = implemented;
    this.types = types;
    this.calls = new Calls(types);
  }

  /** The statement that defines the interface. */
  String write() {
    constructor();
    Map<String, List<Operation>> operations = new LinkedHashMap<>();
    for (OwnedMember owned : model.members()) {
      switch (owned.member()) {
        case Attribute it -> attribute(it);
        case Operation it -> special(it, operations);
        case Constant it ->
            constants.add("[\"" + it.name() + "\", " + Calls.literal(it.value()) + "]");
        case IterableDeclaration it -> iterable(it);
        case Stringifier _ -> stringifier(body, "o.toString()");
        case Constructor _ -> {}
      }
      condition(owned);
    }
    operations.values().forEach(this::operation);
    return assemble();
  }

  private String assemble() {
    List<ExtendedAttribute> attributes = model.extendedAttributes();
    facts.put("exposed", Attributes.exposed(attributes).orElse("[\"*\"]"));
    if (Attributes.has(attributes, "SecureContext")) {
      facts.put("secure", "true");
    }
    if (Attributes.has(attributes, "Global")) {
      facts.put("global", "true");
    }
    if (Attributes.has(attributes, "LegacyNoInterfaceObject")) {
      facts.put("hidden", "true");
    }
    if (!constants.isEmpty()) {
      facts.put("constants", "[" + String.join(", ", constants) + "]");
    }
    if (!conditions.isEmpty()) {
      facts.put("conditions", "{" + String.join(", ", conditions) + "}");
    }
    if (!always.isEmpty()) {
      facts.put("always", "[" + String.join(", ", always) + "]");
    }
    if (!unforgeable.isEmpty()) {
      facts.put("unforgeable", "{\n" + unforgeable + "  }");
    }
    String parent = model.inherits().map(it -> "\"" + it + "\"").orElse("null");
    return "R.define(\""
        + model.name()
        + "\", "
        + parent
        + ", "
        + facts.entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining(", ", "{", "}"))
        + ", (prototype) => ["
        + constructor
        + "{ __proto__: prototype,\n"
        + body
        + "}"
        + (statics.isEmpty() ? "" : ", {\n" + statics + "}")
        + "]);\n";
  }

  private void constructor() {
    List<List<Argument>> overloads =
        model.members().stream()
            .map(OwnedMember::member)
            .filter(Constructor.class::isInstance)
            .map(Constructor.class::cast)
            .filter(it -> !Attributes.has(it.extendedAttributes(), "HTMLConstructor"))
            .map(Constructor::arguments)
            .toList();
    String where = "\"Failed to construct '" + model.name() + "'\"";
    constructor.append("function ").append(model.name());
    constructor.append('(').append(Calls.parameters(overloads)).append(") {\n");
    if (overloads.isEmpty()) {
      constructor.append("    R.illegalConstructor(").append(where).append(");\n  }, ");
      return;
    }
    constructor
        .append("    if (new.target === undefined) R.calledWithoutNew(")
        .append(where)
        .append(");\n");
    constructor.append("    ").append(calls.convert(overloads, where)).append('\n');
    constructor.append("    R.construct(this, \"").append(model.name()).append("\", args);\n  }, ");
  }

  private void attribute(Attribute it) {
    String name = it.name();
    boolean isStatic = it.scope() == Attribute.Scope.STATIC;
    IdlType type = types.resolved(it.type());
    StringBuilder out = isStatic ? statics : place(it.extendedAttributes());
    boolean handler = types.data(it.type(), List.of()).equals("[\"handler\"]");
    Optional<String> reflected = reflected(it);
    if (!handler && reflected.isEmpty() && !implemented.contains(name)) {
      return;
    }
    String read;
    String write;
    if (handler) {
      read = "return o.handler(\"" + name.substring(2) + "\");";
      write = "o.setHandler(\"" + name.substring(2) + "\", value);";
      always.add("\"" + name + "\"");
    } else if (reflected.isPresent()) {
      String data =
          Attributes.has(it.extendedAttributes(), "ReflectURL")
              ? "[\"url\"]"
              : types.data(it.type(), it.extendedAttributes());
      read = "return R.reflect(o, \"" + reflected.get() + "\", " + data + ", \"" + name + "\");";
      write =
          "R.setReflected(o, \"" + reflected.get() + "\", " + data + ", value, \"" + name + "\");";
      always.add("\"" + name + "\"");
    } else {
      read = "return " + calls.result(type, "o." + name) + ";";
      write = "o." + name + " = value;";
    }
    if (it.scope() == Attribute.Scope.STRINGIFIER) {
      stringifier(out, "o." + name);
    }
    String getter = self(isStatic, name) + " " + read;
    out.append("  get ").append(name).append("() { ");
    out.append(isPromise(type) ? "return R.promise(() => { " + getter + " });" : getter);
    out.append(" },\n");
    Optional<String> forwards = Attributes.identifier(it.extendedAttributes(), "PutForwards");
    String setter;
    if (forwards.isPresent()) {
      setter = "R.putForwards((() => { " + read + " })(), \"" + forwards.get() + "\", v);";
    } else if (Attributes.has(it.extendedAttributes(), "Replaceable")) {
      setter = "R.replace(this, \"" + name + "\", v);";
    } else if (Attributes.has(it.extendedAttributes(), "LegacyLenientSetter")) {
      setter = "";
    } else if (it.readonly()) {
      return;
    } else {
      setter = setter(it, write);
    }
    out.append("  set ").append(name).append("(v) { ");
    out.append(self(isStatic, name)).append(' ').append(setter);
    out.append(" },\n");
  }

  /** A value that an enumeration does not have is passed over. */
  private String setter(Attribute it, String write) {
    String where = "\"Failed to set the '" + it.name() + "' property on '" + model.name() + "'\"";
    String data = types.data(it.type(), it.extendedAttributes());
    String convert = types.converter(it.type(), it.extendedAttributes()) + "(v, " + where + ", 0)";
    return data.startsWith("[\"enum\"") && reflected(it).isEmpty()
        ? "const value = R.enumValue(" + data + ", v); if (value === undefined) return; " + write
        : "const value = " + convert + "; " + write;
  }

  private static Optional<String> reflected(Attribute it) {
    return Attributes.find(it.extendedAttributes(), "Reflect")
        .or(() -> Attributes.find(it.extendedAttributes(), "ReflectURL"))
        .map(
            value ->
                value instanceof ExtendedAttribute.Literals literals
                    ? Calls.literal(literals.values().getFirst()).replace("\"", "")
                    : it.name().toLowerCase(java.util.Locale.ROOT));
  }

  private String self(boolean isStatic, String member) {
    return isStatic
        ? "const o = R.implementation(\"" + model.name() + "\");"
        : "const o = R.self(this, \"" + model.name() + "\", \"" + member + "\");";
  }

  private void special(Operation it, Map<String, List<Operation>> operations) {
    if (!it.name().isEmpty()) {
      operations
          .computeIfAbsent(
              it.special() == Operation.Special.STATIC ? "static " + it.name() : it.name(),
              _ -> new ArrayList<>())
          .add(it);
    }
    String first =
        it.arguments().isEmpty()
            ? ""
            : types.data(it.arguments().getFirst().type(), List.of()).contains("long")
                ? "indexed"
                : "named";
    String method = it.name().isEmpty() ? "" : it.name();
    switch (it.special()) {
      case GETTER -> facts.put(first, "\"" + method + "\"");
      case SETTER -> facts.put(first + "Setter", "\"" + method + "\"");
      case DELETER -> facts.put(first + "Deleter", "\"" + method + "\"");
      case STRINGIFIER ->
          stringifier(body, it.name().isEmpty() ? "o.toString()" : "o." + it.name() + "()");
      case REGULAR, STATIC -> {}
    }
  }

  private void stringifier(StringBuilder out, String value) {
    out.append("  toString() { ").append(self(false, "toString"));
    out.append(" return ").append(value).append("; },\n");
    always.add("\"toString\"");
  }

  private void operation(List<Operation> overloads) {
    Operation first = overloads.getFirst();
    String name = first.name();
    boolean isStatic = first.special() == Operation.Special.STATIC;
    if (!implemented.contains(name)) {
      return;
    }
    if (name.equals("toJSON") && Attributes.has(first.extendedAttributes(), "Default")) {
      defaultToJson();
      return;
    }
    List<List<Argument>> arguments = overloads.stream().map(Operation::arguments).toList();
    String where = "\"Failed to execute '" + name + "' on '" + model.name() + "'\"";
    IdlType type = types.resolved(first.returnType());
    String call = "o." + name + "(...args)";
    String steps =
        self(isStatic, name)
            + " "
            + calls.convert(arguments, where)
            + " "
            + (type instanceof IdlType.Named named && named.name().equals("undefined")
                ? call + ";"
                : "return " + (isPromise(type) ? call : calls.result(type, call)) + ";");
    StringBuilder out = isStatic ? statics : place(first.extendedAttributes());
    out.append("  ").append(name).append('(');
    out.append(Calls.parameters(arguments)).append(") { ");
    out.append(
        isPromise(type)
            ? "return R.promise(() => { " + steps + " }, " + resolution(type) + ");"
            : steps);
    out.append(" },\n");
  }

  private StringBuilder place(List<ExtendedAttribute> attributes) {
    return Attributes.has(attributes, "LegacyUnforgeable") ? unforgeable : body;
  }

  /** A function from what a promise resolves to into what a script gets. */
  private String resolution(IdlType promise) {
    IdlType inner = ((IdlType.Generic) promise).parameters().getFirst();
    return inner instanceof IdlType.Named named && named.name().equals("undefined")
        ? "R.nothing"
        : "(v) => " + calls.result(inner, "v");
  }

  private void defaultToJson() {
    String names =
        model.members().stream()
            .map(OwnedMember::member)
            .filter(Attribute.class::isInstance)
            .map(member -> "\"" + member.name() + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    body.append("  toJSON() { ").append(self(false, "toJSON"));
    body.append(" return R.toJson(o, \"").append(model.name()).append("\"); },\n");
    facts.put("json", names);
    always.add("\"toJSON\"");
  }

  private void iterable(IterableDeclaration it) {
    facts.put("iterable", "[\"" + it.kind().keyword() + "\", " + it.types().size() + "]");
  }

  /** Members of a partial interface or mixin that are not exposed where the interface is. */
  private void condition(OwnedMember owned) {
    List<String> facts = new ArrayList<>();
    for (List<ExtendedAttribute> attributes :
        List.of(owned.member().extendedAttributes(), owned.ownerAttributes())) {
      if (attributes.equals(model.extendedAttributes())) {
        continue;
      }
      Attributes.exposed(attributes).ifPresent(it -> facts.add("exposed: " + it));
      if (Attributes.has(attributes, "SecureContext")) {
        facts.add("secure: true");
      }
    }
    if (!facts.isEmpty() && !owned.member().name().isEmpty()) {
      conditions.add("\"" + owned.member().name() + "\": {" + String.join(", ", facts) + "}");
    }
  }

  private static boolean isPromise(IdlType type) {
    return type instanceof IdlType.Generic generic && generic.name().equals("Promise");
  }
}
