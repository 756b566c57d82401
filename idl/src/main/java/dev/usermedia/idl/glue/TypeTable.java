package dev.usermedia.idl.glue;

import dev.usermedia.idl.IdlException;
import dev.usermedia.idl.IdlModel;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types as the runtime's converters take them, each kept once: nested arrays in JavaScript, with
 * typedefs resolved.
 */
final class TypeTable {
  private static final Set<String> OF_THE_TYPE =
      Set.of("Clamp", "EnforceRange", "LegacyNullToEmptyString", "AllowShared", "AllowResizable");
  private static final Set<String> BUFFERS =
      Set.of(
          "ArrayBuffer",
          "SharedArrayBuffer",
          "DataView",
          "Int8Array",
          "Int16Array",
          "Int32Array",
          "Uint8Array",
          "Uint16Array",
          "Uint32Array",
          "Uint8ClampedArray",
          "BigInt64Array",
          "BigUint64Array",
          "Float16Array",
          "Float32Array",
          "Float64Array");
  private static final Set<String> BUILT_IN =
      Set.of(
          "any",
          "undefined",
          "boolean",
          "byte",
          "octet",
          "short",
          "unsigned short",
          "long",
          "unsigned long",
          "long long",
          "unsigned long long",
          "float",
          "unrestricted float",
          "double",
          "unrestricted double",
          "bigint",
          "DOMString",
          "ByteString",
          "USVString",
          "object",
          "symbol");
  private static final Set<String> EVENT_HANDLERS =
      Set.of("EventHandler", "OnErrorEventHandler", "OnBeforeUnloadEventHandler");

  private final IdlModel model;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  TypeTable(IdlModel model) {
    this.model = model;
  }

  /** The expression that converts to the type. */
  String converter(IdlType type, List<ExtendedAttribute> around) {
    String data = data(type, around);
    int place = places.computeIfAbsent(data, _ -> places.size());
    return "t[" + place + "]";
  }

  /** The table so far. */
  String table() {
    return places.keySet().stream().collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  /** A type as data. */
  String data(IdlType type, List<ExtendedAttribute> around) {
    String inner =
        switch (type) {
          case IdlType.Named it -> named(it, around);
          case IdlType.Generic it ->
              it.parameters().stream()
                  .map(parameter -> data(parameter, List.of()))
                  .collect(Collectors.joining(", ", "[\"" + it.name() + "\", ", "]"));
          case IdlType.Union it ->
              it.members().stream()
                  .map(member -> data(member, List.of()))
                  .collect(Collectors.joining(", ", "[\"union\", ", "]"));
        };
    return type.nullable() ? "[\"nullable\", " + inner + "]" : inner;
  }

  private String named(IdlType.Named type, List<ExtendedAttribute> around) {
    String name = type.name();
    List<ExtendedAttribute> attributes =
        java.util.stream.Stream.concat(type.extendedAttributes().stream(), around.stream())
            .filter(attribute -> OF_THE_TYPE.contains(attribute.name()))
            .toList();
    if (EVENT_HANDLERS.contains(name)) {
      return "[\"handler\"]";
    }
    if (model.typedefs().containsKey(name)) {
      return data(model.typedefs().get(name).type(), attributes);
    }
    if (model.interfaces().containsKey(name)) {
      return switch (model.interfaces().get(name).kind()) {
        case CALLBACK_INTERFACE -> "[\"callbackInterface\", \"" + name + "\"]";
        default -> "[\"interface\", \"" + name + "\"]";
      };
    }
    if (model.dictionaries().containsKey(name)) {
      return "[\"dictionary\", \"" + name + "\"]";
    }
    if (model.enums().containsKey(name)) {
      return "[\"enum\", \"" + name + "\"]";
    }
    if (model.callbacks().containsKey(name)) {
      return "[\"callback\", \"" + name + "\"]";
    }
    if (BUFFERS.contains(name)) {
      return "[\"buffer\", \"" + name + "\"]";
    }
    if (!BUILT_IN.contains(name)) {
      if (!Character.isUpperCase(name.charAt(0))) {
        throw new IdlException("no type " + name);
      }
      return "[\"interface\", \"" + name + "\"]"; // of another specification: no value fits
    }
    return attributes.stream()
        .map(attribute -> ", \"" + attribute.name() + "\"")
        .collect(Collectors.joining("", "[\"" + name + "\"", "]"));
  }

  /** The type behind typedefs. */
  IdlType resolved(IdlType type) {
    return type instanceof IdlType.Named named
            && !named.nullable()
            && !EVENT_HANDLERS.contains(named.name())
            && model.typedefs().containsKey(named.name())
        ? resolved(model.typedefs().get(named.name()).type())
        : type;
  }
}
