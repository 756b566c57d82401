package dev.usermedia.idl;

import dev.usermedia.idl.ast.CallbackDefinition;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.EnumDefinition;
import dev.usermedia.idl.ast.IncludesStatement;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions joined: what partial definitions and mixins add is with what they add to. A partial
 * definition or {@code includes} of something that is not there is left out, since a choice of
 * specifications need not be closed; names that are only referred to are not checked.
 *
 * <p>All maps are by name and in the order of the definitions.
 *
 * @param interfaces interfaces, callback interfaces and namespaces; mixins are joined into them
 * @param dictionaries each with what partial definitions add; not with what it inherits
 */
public record IdlModel(
    Map<String, InterfaceModel> interfaces,
    Map<String, DictionaryDefinition> dictionaries,
    Map<String, EnumDefinition> enums,
    Map<String, TypedefDefinition> typedefs,
    Map<String, CallbackDefinition> callbacks) {

  public IdlModel {
    interfaces = Collections.unmodifiableMap(interfaces);
    dictionaries = Collections.unmodifiableMap(dictionaries);
    enums = Collections.unmodifiableMap(enums);
    typedefs = Collections.unmodifiableMap(typedefs);
    callbacks = Collections.unmodifiableMap(callbacks);
  }

  /**
   * Joins definitions.
   *
   * @throws IdlException if a name is defined twice
   */
  public static IdlModel of(List<Definition> definitions) {
    Map<String, InterfaceModel.Builder> interfaces = new LinkedHashMap<>();
    Map<String, InterfaceModel.Builder> mixins = new LinkedHashMap<>();
    Map<String, DictionaryDefinition> dictionaries = new LinkedHashMap<>();
    Map<String, EnumDefinition> enums = new LinkedHashMap<>();
    Map<String, TypedefDefinition> typedefs = new LinkedHashMap<>();
    Map<String, CallbackDefinition> callbacks = new LinkedHashMap<>();
    for (Definition definition : definitions) {
      switch (definition) {
        case InterfaceDefinition it when !it.partial() ->
            put(
                it.kind() == InterfaceDefinition.Kind.MIXIN ? mixins : interfaces,
                it.name(),
                new InterfaceModel.Builder(it));
        case DictionaryDefinition it when !it.partial() -> put(dictionaries, it.name(), it);
        case EnumDefinition it -> put(enums, it.name(), it);
        case TypedefDefinition it -> put(typedefs, it.name(), it);
        case CallbackDefinition it -> put(callbacks, it.name(), it);
        case InterfaceDefinition _, DictionaryDefinition _, IncludesStatement _ -> {}
      }
    }
    for (Definition definition : definitions) {
      switch (definition) {
        case InterfaceDefinition it when it.partial() -> {
          var added = it.kind() == InterfaceDefinition.Kind.MIXIN ? mixins : interfaces;
          if (added.containsKey(it.name())) {
            added.get(it.name()).add(it);
          }
        }
        case DictionaryDefinition it when it.partial() ->
            dictionaries.computeIfPresent(it.name(), (_, original) -> joined(original, it));
        default -> {}
      }
    }
    for (Definition definition : definitions) {
      if (definition instanceof IncludesStatement it
          && interfaces.containsKey(it.name())
          && mixins.containsKey(it.mixin())) {
        interfaces.get(it.name()).add(mixins.get(it.mixin()));
      }
    }
    Map<String, InterfaceModel> built = new LinkedHashMap<>();
    interfaces.forEach((name, builder) -> built.put(name, builder.build()));
    return new IdlModel(built, dictionaries, enums, typedefs, callbacks);
  }

  private static DictionaryDefinition joined(
      DictionaryDefinition original, DictionaryDefinition partial) {
    return new DictionaryDefinition(
        original.extendedAttributes(),
        false,
        original.name(),
        original.inherits(),
        java.util.stream.Stream.concat(original.members().stream(), partial.members().stream())
            .toList());
  }

  private static <T> void put(Map<String, T> map, String name, T definition) {
    if (map.putIfAbsent(name, definition) != null) {
      throw new IdlException(name + " is defined twice");
    }
  }
}
