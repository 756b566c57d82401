"use strict";
// From JavaScript values to IDL values: https://webidl.spec.whatwg.org/#js-type-mapping
// A converter takes a value, the place for messages and the number of the argument (0 where there is none).
(function (R) {
  const { agent } = R;
  const { implementations, implementationOf } = agent;
  const apply = Reflect.apply;
  const iteratorSymbol = Symbol.iterator;

  const fail = (where, at, what) => {
    throw new TypeError(where + ": " + (at ? "parameter " + at + " " : "The provided value ") + what + ".");
  };
  const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";

  // https://webidl.spec.whatwg.org/#abstract-opdef-converttoint
  const integer = (bits, signed, mode) => {
    const upper = bits === 64 ? 2 ** 53 - 1 : signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
    const lower = signed ? (bits === 64 ? -(2 ** 53) + 1 : -(2 ** (bits - 1))) : 0;
    const modulus = 2 ** bits;
    return (value, where, at) => {
      if (typeof value === "bigint" || typeof value === "symbol") fail(where, at, "cannot be converted to a number");
      let x = +value;
      if (x === 0) return 0;
      if (mode === "EnforceRange") {
        if (!Number.isFinite(x)) fail(where, at, "is not a finite number");
        x = Math.trunc(x);
        if (x < lower || x > upper) fail(where, at, "is outside the range of the type");
        return x + 0;
      }
      if (mode === "Clamp" && !Number.isNaN(x)) {
        x = Math.min(Math.max(x, lower), upper);
        const floor = Math.floor(x), rest = x - floor;
        return (rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1) + 0;
      }
      if (!Number.isFinite(x)) return 0;
      x = Math.trunc(x) % modulus;
      if (x < 0) x += modulus;
      return signed && x >= modulus / 2 ? x - modulus : x + 0;
    };
  };
  const float = (single, finite) => (value, where, at) => {
    if (typeof value === "bigint" || typeof value === "symbol") fail(where, at, "cannot be converted to a number");
    let x = +value;
    if (finite && !Number.isFinite(x)) fail(where, at, "is non-finite");
    if (single) {
      x = Math.fround(x);
      if (finite && !Number.isFinite(x)) fail(where, at, "is outside the range of a float");
    }
    return x;
  };
  const string = (value, where, at) => {
    if (typeof value === "symbol") fail(where, at, "is a symbol and cannot be converted to a string");
    return `${value}`;
  };
  const wellFormed = String.prototype.toWellFormed;

  const builtIn = {
    __proto__: null,
    "any": () => (value) => value,
    "undefined": () => () => undefined,
    "boolean": () => (value) => !!value,
    "byte": (mode) => integer(8, true, mode),
    "octet": (mode) => integer(8, false, mode),
    "short": (mode) => integer(16, true, mode),
    "unsigned short": (mode) => integer(16, false, mode),
    "long": (mode) => integer(32, true, mode),
    "unsigned long": (mode) => integer(32, false, mode),
    "long long": (mode) => integer(64, true, mode),
    "unsigned long long": (mode) => integer(64, false, mode),
    "float": () => float(true, true),
    "unrestricted float": () => float(true, false),
    "double": () => float(false, true),
    "unrestricted double": () => float(false, false),
    "bigint": () => (value) => BigInt(value),
    "DOMString": (mode) => mode === "LegacyNullToEmptyString" ? (value, where, at) => value === null ? "" : string(value, where, at) : string,
    "USVString": () => (value, where, at) => apply(wellFormed, string(value, where, at), []),
    "ByteString": () => (value, where, at) => {
      const text = string(value, where, at);
      for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) fail(where, at, "is not a byte string");
      return text;
    },
    "object": () => (value, where, at) => isObject(value) ? value : fail(where, at, "is not of type 'object'"),
    "symbol": () => (value, where, at) => typeof value === "symbol" ? value : fail(where, at, "is not of type 'symbol'"),
  };

  // The kind of a buffer or view, whichever realm it comes from.
  const viewTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
  const viewLength = Object.getOwnPropertyDescriptor(DataView.prototype, "byteLength").get;
  const bufferLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get;
  const sharedLength = Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, "byteLength").get;
  const works = (getter, value) => { try { apply(getter, value, []); return true; } catch { return false; } };
  const bufferKind = (value) =>
    !isObject(value) ? undefined
      : apply(viewTag, value, []) ?? (works(bufferLength, value) ? "ArrayBuffer"
        : works(sharedLength, value) ? "SharedArrayBuffer"
          : ArrayBuffer.isView(value) && works(viewLength, value) ? "DataView" : undefined);
  R.bufferKind = bufferKind;

  const compile = (data) => {
    const [kind, second] = data;
    switch (kind) {
      case "nullable": {
        const inner = converter(second);
        const dictionary = second[0] === "dictionary";
        return (value, where, at) => value === null || (value === undefined && !dictionary) ? null : inner(value, where, at);
      }
      case "interface": return platformObject(second);
      case "dictionary": return dictionary(second);
      case "enum": return (value, where, at) => {
        const text = string(value, where, at);
        if (!R.enums[second].includes(text)) {
          fail(where, at, "'" + text + "' is not a valid enum value of type " + second);
        }
        return text;
      };
      case "sequence": case "FrozenArray": case "ObservableArray": return sequence(converter(second));
      case "async_sequence": return (value, where, at) => isObject(value) ? value : fail(where, at, "cannot be iterated");
      case "record": return record(converter(second), converter(data[2]));
      case "Promise": return (value) => R.resolved(value);
      case "union": return union(flatten(data));
      case "callback": return (value, where, at) => {
        if (typeof value !== "function") fail(where, at, "is not of type 'Function'");
        return new Callback(value, R.callbacks[second]);
      };
      case "callbackInterface": return (value, where, at) => isObject(value) ? value : fail(where, at, "is not of type 'Object'");
      case "handler": return (value) => isObject(value) ? value : null;
      case "buffer": return (value, where, at) => {
        if (bufferKind(value) !== second) fail(where, at, "is not of type '" + second + "'");
        return value;
      };
      default: return builtIn[kind](second);
    }
  };
  const known = new Map();
  const converter = (data) => {
    const key = JSON.stringify(data);
    let found = known.get(key);
    if (!found) {
      let compiled;
      found = (value, where, at) => (compiled ??= compile(data))(value, where, at);
      known.set(key, found);
    }
    return found;
  };
  R.converters = (table) => table.map((data) => {
    let compiled;
    return (value, where, at) => (compiled ??= converter(data))(value, where, at);
  });
  R.convert = (data, value, where) => converter(data)(value, where, 0);

  const platformObject = (name) => (value, where, at) => {
    const implementation = implementationOf(value);
    if (name === "WindowProxy" && implementation?.isWindow) return implementation;
    const wanted = implementations[name];
    if (!implementation || !wanted || !(implementation instanceof wanted)) fail(where, at, "is not of type '" + name + "'");
    return implementation;
  };

  // A function that a script passed. What it is called with is wrapped.
  class Callback {
    constructor(callable, type) {
      this.callable = callable;
      this.type = type;
    }
    invoke(self, ...args) {
      const result = apply(this.callable, R.out(self), args.map(R.out));
      return this.type && this.type[0] !== "undefined" && this.type[0] !== "any"
        ? converter(this.type)(result, "A callback's result", 0) : result;
    }
    // The same; what it throws is reported as uncaught.
    report(self, ...args) {
      try {
        return this.invoke(self, ...args);
      } catch (error) {
        R.report(error);
        return undefined;
      }
    }
  }
  R.Callback = Callback;

  const dictionary = (name) => {
    const chain = [];
    for (let at = name; at;) {
      const [parent, members] = R.dictionaries[at]();
      chain.unshift(members);
      at = parent;
    }
    const members = chain.flat().map(([key, type, required, initial]) => ({ key, convert: converter(type), required, initial }));
    return (value, where, at) => {
      if (value !== undefined && value !== null && !isObject(value)) fail(where, at, "is not of type '" + name + "'");
      const absent = value === undefined || value === null;
      const out = { __proto__: null };
      for (const { key, convert, required, initial } of members) {
        const member = absent ? undefined : value[key];
        if (member !== undefined) out[key] = convert(member, where + ": member " + key, 0);
        else if (initial) out[key] = dictionaryDefault(convert, initial());
        else if (required) throw new TypeError(where + ": required member " + key + " is undefined.");
      }
      return out;
    };
  };
  const dictionaryDefault = (convert, value) => isObject(value) ? convert(value, "default", 0) : value;

  const sequence = (item) => (value, where, at) => {
    if (!isObject(value)) fail(where, at, "cannot be converted to a sequence");
    const method = value[iteratorSymbol];
    if (method === undefined || method === null) fail(where, at, "cannot be converted to a sequence");
    return iterated(item, value, method, where, at);
  };
  const iterated = (item, value, method, where, at) => {
    if (typeof method !== "function") fail(where, at, "is not iterable");
    const iterator = apply(method, value, []);
    if (!isObject(iterator)) fail(where, at, "is not iterable");
    const next = iterator.next;
    const out = [];
    for (;;) {
      const step = apply(next, iterator, []);
      if (!isObject(step)) fail(where, at, "is not iterable");
      if (step.done) return out;
      out[out.length] = item(step.value, where, at);
    }
  };

  const record = (key, item) => (value, where, at) => {
    if (!isObject(value)) fail(where, at, "is not an object");
    const out = { __proto__: null };
    for (const name of Reflect.ownKeys(value)) {
      const property = Reflect.getOwnPropertyDescriptor(value, name);
      if (property && property.enumerable) out[key(name, where, at)] = item(value[name], where, at);
    }
    return out;
  };

  const flatten = (data) => data.slice(1).flatMap((member) =>
    member[0] === "union" ? flatten(member) : member[0] === "nullable" ? [["null"], ...(member[1][0] === "union" ? flatten(member[1]) : [member[1]])] : [member]);

  const numeric = new Set(["byte", "octet", "short", "unsigned short", "long", "unsigned long", "long long", "unsigned long long",
    "float", "unrestricted float", "double", "unrestricted double"]);
  const strings = new Set(["DOMString", "USVString", "ByteString", "enum"]);

  // https://webidl.spec.whatwg.org/#js-union
  const union = (members) => {
    const find = (...kinds) => members.find((member) => kinds.includes(member[0]));
    const types = {
      nothing: find("null"), undefined: find("undefined"), dictionary: find("dictionary", "record", "callbackInterface"),
      sequence: find("sequence", "FrozenArray"), async: find("async_sequence"), callback: find("callback"), object: find("object", "any", "Promise"),
      boolean: find("boolean"), number: members.find((it) => numeric.has(it[0])), string: members.find((it) => strings.has(it[0])), bigint: find("bigint"),
    };
    const interfaces = members.filter((it) => it[0] === "interface");
    const buffers = members.filter((it) => it[0] === "buffer").map((it) => it[1]);
    const to = (type, value, where, at) => converter(type)(value, where, at);
    return (value, where, at) => {
      if (value === undefined && types.undefined) return undefined;
      if (value === null || value === undefined) {
        if (types.nothing) return null;
        if (types.dictionary) return to(types.dictionary, value, where, at);
      }
      if (isObject(value)) {
        const implementation = implementationOf(value);
        if (implementation && interfaces.some(([, name]) => implementations[name] && implementation instanceof implementations[name])) return implementation;
        if (buffers.length && buffers.includes(bufferKind(value))) return value;
        if (types.callback && typeof value === "function") return to(types.callback, value, where, at);
        if (types.object) return value;
        if (types.sequence || types.async) {
          const method = value[iteratorSymbol];
          if (method !== undefined && method !== null && types.sequence) return iterated(converter(types.sequence[1]), value, method, where, at);
          if (types.async && value[Symbol.asyncIterator]) return value;
        }
        if (types.dictionary) return to(types.dictionary, value, where, at);
      }
      if (typeof value === "boolean" && types.boolean) return value;
      if (typeof value === "number" && types.number) return to(types.number, value, where, at);
      if (typeof value === "bigint" && types.bigint) return value;
      const last = types.string ?? types.number ?? types.boolean ?? types.bigint;
      return last ? to(last, value, where, at) : fail(where, at, "is not of one of the types that it may have");
    };
  };

  // ---- arguments ----

  R.missing = (given, required, where) => {
    throw new TypeError(where + ": " + required + " argument" + (required === 1 ? "" : "s") + " required, but only " + given + " present.");
  };
  R.enumValue = ([, name], value) => {
    const text = `${value}`;
    return R.enums[name].includes(text) ? text : undefined;
  };
  const convertAll = (signature, values, where) => {
    const out = [];
    for (let i = 0; i < signature.length; i++) {
      const [convert, data, mode, initial] = signature[i];
      if (mode === "variadic") {
        for (let j = i; j < values.length; j++) out[out.length] = convert(values[j], where, j + 1);
        return out;
      }
      const value = values[i];
      out[i] = mode === "optional" && value === undefined && data[0] !== "dictionary" ? initial : convert(value, where, i + 1);
    }
    return out;
  };
  R.variadic = (signature, values, where) => convertAll(signature, values, where);

  // https://webidl.spec.whatwg.org/#dfn-overload-resolution-algorithm
  R.overload = (signatures, values, where) => {
    const required = (signature) => signature.filter((it) => it[2] === "").length;
    const accepts = (signature, count) => count >= required(signature) && (count <= signature.length || signature.at(-1)?.[2] === "variadic");
    const longest = Math.max(...signatures.map((it) => it.at(-1)?.[2] === "variadic" ? Infinity : it.length));
    const count = Math.min(values.length, longest);
    let fitting = signatures.filter((it) => accepts(it, count));
    if (!fitting.length) R.missing(values.length, Math.min(...signatures.map(required)), where);
    if (fitting.length > 1 && count > 0) {
      let at = 0;
      const kindAt = (signature, i) => JSON.stringify(signature[Math.min(i, signature.length - 1)]?.[1]);
      while (fitting.every((it) => kindAt(it, at) === kindAt(fitting[0], at)) && at < count) at++;
      const value = values[at];
      fitting = fitting.filter((it) => it.length);
      const chosen = fitting.find((it) => distinguishes(it[Math.min(at, it.length - 1)], value, false)) ??
        fitting.find((it) => distinguishes(it[Math.min(at, it.length - 1)], value, true));
      fitting = [chosen ?? fail(where, at + 1, "fits none of the types that it may have")];
    }
    return convertAll(fitting[0], values, where);
  };
  const distinguishes = ([, data, mode], value, loosely) => {
    if (value === undefined && mode === "optional") return true;
    const all = data[0] === "union" ? flatten(data) : data[0] === "nullable" ? [["null"], data[1]] : [data];
    return all.some(([kind, name]) => {
      if (value === null || value === undefined) return kind === "null" || kind === "dictionary" || (loosely && (strings.has(kind) || kind === "any"));
      if (kind === "any" || kind === "object") return kind === "any" ? loosely : isObject(value);
      if (kind === "interface") return implementations[name] && implementationOf(value) instanceof implementations[name];
      if (kind === "buffer") return bufferKind(value) === name;
      if (kind === "sequence") return isObject(value) && typeof value[iteratorSymbol] === "function";
      if (kind === "callback") return typeof value === "function";
      if (kind === "dictionary" || kind === "record" || kind === "callbackInterface") {
        return isObject(value) && (loosely || !implementationOf(value)) && typeof value[iteratorSymbol] !== "function";
      }
      if (kind === "boolean") return typeof value === "boolean" || loosely;
      if (numeric.has(kind)) return typeof value === "number" || loosely;
      if (strings.has(kind)) return typeof value === "string" || loosely;
      return false;
    });
  };

  // ---- legacy platform objects: https://webidl.spec.whatwg.org/#js-legacy-platform-objects ----

  const isIndex = (key) => typeof key === "string" && /^(0|[1-9]\d{0,9})$/.test(key) && +key < 2 ** 32 - 1;
  R.exotic = (object, o, facts) => {
    const indexed = facts.indexed === undefined ? undefined : facts.indexed || "item";
    const named = facts.named === undefined ? undefined : facts.named || "namedItem";
    const atIndex = (key) => {
      const value = indexed && isIndex(key) && +key < o.length ? o[indexed](+key) : undefined;
      return value === null ? undefined : value;
    };
    const atName = (target, key) => {
      if (!named || typeof key !== "string" || isIndex(key) && indexed || key in target) return undefined;
      const value = o.supportedNames().includes(key) ? o[named](key) : undefined;
      return value === null ? undefined : value;
    };
    return new Proxy(object, {
      get(target, key, receiver) {
        const value = atIndex(key) ?? atName(target, key);
        return value === undefined ? Reflect.get(target, key, receiver) : R.out(value);
      },
      has: (target, key) => (atIndex(key) ?? atName(target, key)) !== undefined || Reflect.has(target, key),
      ownKeys(target) {
        const keys = [];
        if (indexed) for (let i = 0; i < o.length; i++) keys.push(String(i));
        if (named) for (const name of o.supportedNames()) if (!keys.includes(name)) keys.push(name);
        return keys.concat(Reflect.ownKeys(target).filter((key) => !keys.includes(key)));
      },
      getOwnPropertyDescriptor(target, key) {
        const value = atIndex(key) ?? atName(target, key);
        return value === undefined ? Reflect.getOwnPropertyDescriptor(target, key)
          : { value: R.out(value), writable: facts.namedSetter !== undefined || facts.indexedSetter !== undefined, enumerable: true, configurable: true };
      },
      set(target, key, value, receiver) {
        if (facts.namedSetter !== undefined && typeof key === "string" && !(key in target)) {
          o[facts.namedSetter || "setNamed"](key, `${value}`);
          return true;
        }
        if (atIndex(key) !== undefined || (indexed && isIndex(key))) return false;
        return Reflect.set(target, key, value, receiver);
      },
      deleteProperty(target, key) {
        if (atName(target, key) !== undefined) {
          if (facts.namedDeleter === undefined) return false;
          o[facts.namedDeleter || "deleteNamed"](key);
          return true;
        }
        return atIndex(key) === undefined && Reflect.deleteProperty(target, key);
      },
      defineProperty(target, key, descriptor) {
        if (facts.namedSetter !== undefined && typeof key === "string" && "value" in descriptor && !(key in target)) {
          o[facts.namedSetter || "setNamed"](key, `${descriptor.value}`);
          return true;
        }
        return atIndex(key) === undefined && Reflect.defineProperty(target, key, descriptor);
      },
      preventExtensions: () => false,
    });
  };
});
