package dev.usermedia.idl.coverage;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Where the Java counterparts of the IDL's names are. */
@FunctionalInterface
interface Surface {
  /** The public type that an IDL name stands for. */
  Optional<Class<?>> type(String idlName);

  /** The public types of packages, the first that has the name. */
  static Surface ofPackages(List<String> packages) {
    return idlName ->
        packages.stream()
            .map(it -> load(it + "." + idlName))
            .flatMap(Optional::stream)
            .filter(it -> Modifier.isPublic(it.getModifiers()))
            .findFirst();
  }

  /** The public member types of a class. */
  static Surface ofMembers(Class<?> home) {
    return idlName ->
        List.of(home.getDeclaredClasses()).stream()
            .filter(it -> it.getSimpleName().equals(idlName))
            .<Class<?>>map(it -> it)
            .findFirst();
  }

  /** A class, if there is one. */
  static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, Surface.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
