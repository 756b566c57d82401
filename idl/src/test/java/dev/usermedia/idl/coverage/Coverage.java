package dev.usermedia.idl.coverage;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Attribute;
import dev.usermedia.idl.ast.CallbackDefinition;
import dev.usermedia.idl.ast.Constant;
import dev.usermedia.idl.ast.Constructor;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.DictionaryMember;
import dev.usermedia.idl.ast.EnumDefinition;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.IncludesStatement;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.IterableDeclaration;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.Stringifier;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Looks for the Java counterpart of everything that IDL defines. The naming rules:
 *
 * <ul>
 *   <li>an interface, dictionary, enumeration, typedef or callback is a public type of its name
 *   <li>an interface that inherits extends the type of that name, other than {@code EventTarget},
 *       which the {@code onx} methods stand for; a dictionary has the members that it inherits
 *   <li>a constructor is a public constructor, or a static {@code builder()}
 *   <li>an attribute {@code x} is a method {@code x()}; if it can be set, also {@code x(value)}
 *   <li>an event handler {@code onx} is a method {@code onx(listener)} that returns a {@code
 *       Registration}
 *   <li>an operation is a method of its name, with as many parameters as it takes; one that returns
 *       a promise also {@code opAsync}, which returns a {@code CompletableFuture}
 *   <li>a constant is a public field
 *   <li>a member {@code m} of a dictionary is a method {@code m()}; if applications hand the
 *       dictionary in and its type has a {@code Builder}, that has {@code m(value)}
 *   <li>a value {@code "some-word"} of an enumeration is a constant {@code SOME_WORD} whose {@code
 *       value()} is the string, and there are no other constants
 * </ul>
 */
final class Coverage {
  private final List<Definition> definitions;
  private final Set<String> inputs;
  private final Surface surface;
  private final List<Finding> findings = new ArrayList<>();

  private Coverage(List<Definition> definitions, Surface surface) {
    this.definitions = definitions;
    this.inputs = Inputs.of(definitions);
    this.surface = surface;
  }

  /** What definitions have and Java has not. */
  static List<Finding> of(List<Definition> definitions, Surface surface) {
    Coverage coverage = new Coverage(definitions, surface);
    definitions.forEach(coverage::check);
    return List.copyOf(coverage.findings);
  }

  private void check(Definition definition) {
    switch (definition) {
      case InterfaceDefinition it -> {
        Optional<Class<?>> type = type(it.name(), it.partial());
        type.ifPresent(java -> checkInheritance(it.name(), java, it.inherits()));
        it.members().forEach(member -> check(it.name(), type, member));
      }
      case DictionaryDefinition it -> {
        Optional<Class<?>> type = type(it.name(), it.partial());
        members(it).forEach(member -> check(it.name(), type, member));
      }
      case EnumDefinition it -> check(it, type(it.name(), false));
      case TypedefDefinition it -> type(it.name(), false);
      case CallbackDefinition it -> type(it.name(), false);
      case IncludesStatement it -> lack(it.name(), "mixins have no rule");
    }
  }

  private Optional<Class<?>> type(String name, boolean partial) {
    Optional<Class<?>> type = surface.type(name);
    if (type.isEmpty() && !partial) {
      lack(name, "no public type");
    }
    return type;
  }

  private void checkInheritance(String name, Class<?> java, Optional<String> inherits) {
    inherits
        .filter(parent -> !parent.equals("EventTarget"))
        .filter(parent -> surface.type(parent).filter(it -> it.isAssignableFrom(java)).isEmpty())
        .ifPresent(parent -> lack(name, "does not extend " + parent));
  }

  private void check(String name, Optional<Class<?>> type, Member member) {
    String key = member instanceof Constructor ? name + "()" : name + "." + member.name();
    if (type.isEmpty()) {
      lack(key, "its type is missing");
      return;
    }
    Class<?> java = type.get();
    switch (member) {
      case Constructor it -> checkConstructor(key, java, it);
      case Attribute it when isEventHandler(it) -> checkEventHandler(key, java, it);
      case Attribute it -> checkAttribute(key, java, it);
      case Operation it -> checkOperation(key, java, it);
      case Constant it -> checkConstant(key, java, it);
      case IterableDeclaration _, Stringifier _ -> lack(key, "has no rule");
    }
  }

  private void checkConstructor(String key, Class<?> java, Constructor constructor) {
    boolean builder = method(java, "builder", it -> it.getParameterCount() == 0).isPresent();
    boolean constructible =
        Arrays.stream(java.getConstructors()).anyMatch(takes(constructor.arguments()));
    if (!builder && !constructible) {
      lack(key, "no public constructor");
    }
  }

  private void checkEventHandler(String key, Class<?> java, Attribute handler) {
    method(java, handler.name(), it -> it.getParameterCount() == 1)
        .filter(it -> it.getReturnType().getSimpleName().equals("Registration"))
        .ifPresentOrElse(
            it -> {}, () -> lack(key, "no " + handler.name() + "(listener) that registers"));
  }

  private void checkAttribute(String key, Class<?> java, Attribute attribute) {
    boolean isBoolean = isNamed(attribute.type(), "boolean");
    method(java, attribute.name(), it -> it.getParameterCount() == 0)
        .filter(it -> it.getReturnType() != void.class)
        .filter(it -> !isBoolean || it.getReturnType() == boolean.class)
        .ifPresentOrElse(
            it -> {}, () -> lack(key, "no " + attribute.name() + "() of the right type"));
    if (!attribute.readonly()
        && method(java, attribute.name(), it -> it.getParameterCount() == 1).isEmpty()) {
      lack(key, "no " + attribute.name() + "(value)");
    }
  }

  private void checkOperation(String key, Class<?> java, Operation operation) {
    Predicate<Executable> takes = takes(operation.arguments());
    Optional<Method> found = method(java, operation.name(), takes);
    boolean isVoid = isNamed(operation.returnType(), "undefined");
    if (found.filter(it -> !isVoid || it.getReturnType() == void.class).isEmpty()) {
      lack(key, "no " + operation.name() + " with its parameters");
    }
    if (operation.returnType() instanceof IdlType.Generic promise
        && promise.name().equals("Promise")
        && method(java, operation.name() + "Async", takes)
            .filter(it -> it.getReturnType() == CompletableFuture.class)
            .isEmpty()) {
      lack(key, "no " + operation.name() + "Async with its parameters");
    }
  }

  private void checkConstant(String key, Class<?> java, Constant constant) {
    if (Arrays.stream(java.getFields()).noneMatch(it -> it.getName().equals(constant.name()))) {
      lack(key, "no public field");
    }
  }

  /** A dictionary's own members and those that it inherits. */
  private List<DictionaryMember> members(DictionaryDefinition dictionary) {
    List<DictionaryMember> members = new ArrayList<>(dictionary.members());
    for (Definition definition : definitions) {
      if (definition instanceof DictionaryDefinition parent
          && dictionary.inherits().filter(parent.name()::equals).isPresent()) {
        members.addAll(members(parent));
      }
    }
    return members;
  }

  private void check(String name, Optional<Class<?>> type, DictionaryMember member) {
    String key = name + "." + member.name();
    if (type.isEmpty()) {
      lack(key, "its type is missing");
      return;
    }
    if (method(type.get(), member.name(), it -> it.getParameterCount() == 0).isEmpty()) {
      lack(key, "no " + member.name() + "()");
    }
    Arrays.stream(type.get().getClasses())
        .filter(it -> inputs.contains(name) && it.getSimpleName().equals("Builder"))
        .filter(it -> method(it, member.name(), m -> m.getParameterCount() == 1).isEmpty())
        .forEach(it -> lack(key, "no " + member.name() + "(value) in its Builder"));
  }

  private void check(EnumDefinition definition, Optional<Class<?>> type) {
    if (type.isEmpty()) {
      return;
    }
    List<String> constants = new ArrayList<>();
    Object[] java = type.get().getEnumConstants();
    if (java == null) {
      lack(definition.name(), "is no enum");
      return;
    }
    for (Object constant : java) {
      constants.add(((Enum<?>) constant).name() + "=" + value(constant));
    }
    for (String value : definition.values()) {
      String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
      if (!constants.remove(name + "=" + value)) {
        lack(definition.name() + ".\"" + value + '"', "no constant " + name);
      }
    }
    for (String surplus : constants) {
      lack(definition.name() + "." + surplus, "Java has a constant that the IDL has not");
    }
  }

  private static String value(Object constant) {
    try {
      return (String) constant.getClass().getMethod("value").invoke(constant);
    } catch (ReflectiveOperationException | ClassCastException e) {
      return "no value(): " + e;
    }
  }

  private static boolean isEventHandler(Attribute attribute) {
    return isNamed(attribute.type(), "EventHandler");
  }

  private static boolean isNamed(IdlType type, String name) {
    return type instanceof IdlType.Named named && named.name().equals(name);
  }

  private static Predicate<Executable> takes(List<Argument> arguments) {
    long required = arguments.stream().filter(it -> !it.optional() && !it.variadic()).count();
    return it -> it.getParameterCount() >= required && it.getParameterCount() <= arguments.size();
  }

  private static Optional<Method> method(
      Class<?> java, String name, Predicate<? super Method> suits) {
    return Arrays.stream(java.getMethods())
        .filter(it -> it.getName().equals(name) && !it.isBridge())
        .filter(suits)
        .findFirst();
  }

  private void lack(String key, String lack) {
    findings.add(new Finding(key, lack));
  }
}
