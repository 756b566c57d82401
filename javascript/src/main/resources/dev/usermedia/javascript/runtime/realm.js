"use strict";
// One global's side of the binding: the interface objects, and what generated glue calls. R in the glue.
// https://webidl.spec.whatwg.org/#javascript-binding
(function (agent, global, about) {
  const { implementations, implementationOf, PlatformObject } = agent;
  const { defineProperty, defineProperties, getOwnPropertyDescriptor, getOwnPropertyDescriptors, create, setPrototypeOf } = Object;
  const { ownKeys, apply } = Reflect;
  const RealmPromise = Promise;
  const promiseThen = Promise.prototype.then;
  const promiseResolve = RealmPromise.resolve.bind(RealmPromise);
  const promiseReject = RealmPromise.reject.bind(RealmPromise);

  const interfaces = { __proto__: null };
  const deferreds = new WeakSet();
  const R = {
    agent, global, about, interfaces,
    dictionaries: { __proto__: null },
    enums: { __proto__: null },
    callbacks: { __proto__: null },
    TypeError, RangeError, Promise, Uint8Array, ArrayBuffer, Object, Array, Date, Error,
  };

  const isExposed = (facts) =>
    (!facts.secure || about.secure) &&
    (!facts.exposed || facts.exposed.some((name) => name === "*" || about.globalNames.includes(name)));

  // What was exposed in windows too before it was for workers alone.
  const isLegacy = (name) => about.legacy && agent.legacyNames.has(name);

  // ---- interfaces ----

  R.define = (name, parent, facts, make) => {
    const implementation = implementations[name];
    if (!implementation || !(isExposed(facts) || isLegacy(name)) || (parent && !interfaces[parent])) return;
    const above = parent ? interfaces[parent].C.prototype : Object.prototype;
    const [C, members, statics] = make(above);
    const keep = (key, on) =>
      (key in on || implementation.fieldNames.includes(key) || (facts.always && facts.always.includes(key))) &&
      (!facts.conditions || !facts.conditions[key] || isExposed(facts.conditions[key]));
    for (const key of ownKeys(members)) if (!keep(key, implementation.prototype)) delete members[key];
    const isGlobal = name === about.globalNames[0];
    const prototype = isGlobal ? create(above) : members;
    if (parent) setPrototypeOf(C, interfaces[parent].C);
    for (const key of statics ? ownKeys(statics) : []) {
      if (keep(key, implementation)) defineProperty(C, key, getOwnPropertyDescriptor(statics, key));
    }
    defineProperty(C, "prototype", { value: prototype, writable: false });
    defineProperty(prototype, "constructor", { value: C, writable: true, enumerable: false, configurable: true });
    for (const [key, value] of facts.constants ?? []) {
      for (const place of [C, C.prototype]) {
        defineProperty(place, key, { value, writable: false, enumerable: true, configurable: false });
      }
    }
    defineProperty(C.prototype, Symbol.toStringTag, { value: name, writable: false, enumerable: false, configurable: true });
    if (name === "DOMException") setPrototypeOf(C.prototype, Error.prototype);
    interfaces[name] = { C, facts, parent, name, members: isGlobal ? members : undefined };
    if (facts.iterable || facts.indexed !== undefined) defineIterators(C, name, facts);
    if (!facts.hidden) defineProperty(global, name, { value: C, writable: true, enumerable: false, configurable: true });
  };

  const ArrayPrototype = Array.prototype;
  const IteratorPrototype = Iterator.prototype;
  function defineIterators(C, name, facts) {
    const add = (key, value, enumerable) => defineProperty(C.prototype, key, { value, writable: true, enumerable, configurable: true });
    const [kind, types] = facts.iterable ?? ["", 0];
    if (kind === "async_iterable") {
      const { values } = { values() { return R.self(this, name, "values").values(arguments[0]); } };
      add("values", values, true);
      add(Symbol.asyncIterator, values, false);
      return;
    }
    if (kind === "maplike") {
      defineMap(C, name, add);
      return;
    }
    if (types < 2) {
      add(Symbol.iterator, ArrayPrototype.values, false);
      if (kind === "iterable") for (const key of ["entries", "keys", "values", "forEach"]) add(key, ArrayPrototype[key], true);
      return;
    }
    const prototype = create(IteratorPrototype, {
      [Symbol.toStringTag]: { value: name + " Iterator", configurable: true },
      next: {
        value: { next() {
          const state = implementationOf(this);
          if (!state || !state.pairsOf) throw new TypeError("not an iterator of " + name);
          const pairs = state.pairsOf.pairs();
          if (state.at >= pairs.length) return { value: undefined, done: true };
          const [key, value] = pairs[state.at++];
          const item = state.what === "keys" ? R.out(key) : state.what === "values" ? R.out(value) : [R.out(key), R.out(value)];
          return { value: item, done: false };
        } }.next,
        writable: true, enumerable: true, configurable: true,
      },
    });
    const iterate = (what) => {
      const method = { [what]() {
        const iterator = create(prototype);
        agent.tie(iterator, { pairsOf: R.self(this, name, what), what, at: 0 });
        return iterator;
      } }[what];
      add(what, method, true);
      return method;
    };
    const entries = iterate("entries");
    iterate("keys");
    iterate("values");
    add(Symbol.iterator, entries, false);
    add("forEach", { forEach(callback) {
      const o = R.self(this, name, "forEach");
      if (typeof callback !== "function") throw new TypeError("Failed to execute 'forEach' on '" + name + "': parameter 1 is not of type 'Function'.");
      const pairs = o.pairs();
      for (let i = 0; i < pairs.length; i++) apply(callback, arguments[1], [R.out(pairs[i][1]), R.out(pairs[i][0]), this]);
    } }.forEach, true);
  }

  // https://webidl.spec.whatwg.org/#js-maplike, of what is read only
  const { get: mapGet, has: mapHas, entries: mapEntries, keys: mapKeys, values: mapValues, forEach: mapForEach } = Map.prototype;
  const RealmMap = Map;
  function defineMap(C, name, add) {
    const maps = new WeakMap();
    const mapOf = (object, member) => {
      const o = R.self(object, name, member);
      if (!maps.has(o)) maps.set(o, new RealmMap(o.pairs()));
      return maps.get(o);
    };
    const methods = {
      get(key) { return apply(mapGet, mapOf(this, "get"), [`${key}`]); },
      has(key) { return apply(mapHas, mapOf(this, "has"), [`${key}`]); },
      entries() { return apply(mapEntries, mapOf(this, "entries"), []); },
      keys() { return apply(mapKeys, mapOf(this, "keys"), []); },
      values() { return apply(mapValues, mapOf(this, "values"), []); },
      forEach(callback) {
        const map = mapOf(this, "forEach");
        if (typeof callback !== "function") throw new TypeError("Failed to execute 'forEach' on '" + name + "': parameter 1 is not of type 'Function'.");
        const receiver = arguments[1];
        apply(mapForEach, map, [(value, key) => apply(callback, receiver, [value, key, this])]);
      },
    };
    for (const key of ownKeys(methods)) add(key, methods[key], true);
    add(Symbol.iterator, methods.entries, false);
    const { get } = getOwnPropertyDescriptor({ get size() { return mapOf(this, "size").size; } }, "size");
    defineProperty(C.prototype, "size", { get, set: undefined, enumerable: true, configurable: true });
  }

  // ---- wrappers ----

  const interfaceOf = (implementation) => {
    for (let C = implementation.constructor; C; C = Object.getPrototypeOf(C)) {
      if (Object.hasOwn(C, "interfaceName") && interfaces[C.interfaceName]) return interfaces[C.interfaceName];
    }
    throw new Error("no interface of " + implementation.constructor.name);
  };

  function attach(object, implementation, found) {
    for (let at = found; at; at = interfaces[at.parent]) {
      if (at.facts.unforgeable) {
        for (const key of ownKeys(at.facts.unforgeable)) {
          defineProperty(object, key, { ...getOwnPropertyDescriptor(at.facts.unforgeable, key), enumerable: true, configurable: false });
        }
      }
      if (at.name === "DOMException") {
        const head = implementation.name + ": " + implementation.message;
        const stack = head + "\n" + new Error().stack.split("\n").slice(3).join("\n");
        defineProperty(object, "stack", { value: stack, writable: true, enumerable: false, configurable: true });
      }
    }
    const exotic = exoticFacts(found);
    if (exotic) {
      agent.tie(object, implementation);
      object = R.exotic(object, implementation, exotic);
    }
    agent.tie(object, implementation);
    return object;
  }

  const exoticFacts = (found) => {
    for (let at = found; at; at = interfaces[at.parent]) {
      if ((at.facts.indexed !== undefined || at.facts.named !== undefined) && !at.facts.global) return at.facts;
    }
    return undefined;
  };

  R.wrap = (implementation) =>
    implementation.wrapper ?? implementation.realm.wrapHere(implementation);
  R.wrapHere = (implementation) => {
    const found = interfaceOf(implementation);
    return attach(create(found.C.prototype), implementation, found);
  };
  R.construct = (object, name, args) => {
    // The implementation of the interface that is constructed, even where a script's class extends it.
    attach(object, new implementations[name](R, ...args), interfaces[name]);
  };
  R.calledWithoutNew = (where) => { throw new TypeError(where + ": Please use the 'new' operator"); };
  R.illegalConstructor = (where) => { throw new TypeError(where + ": Illegal constructor"); };
  R.implementation = (name) => Object.assign(create(implementations[name]), { realm: R });

  R.self = (object, name, member) => {
    const implementation = implementationOf(object === undefined || object === null ? global : object);
    if (implementation instanceof implementations[name]) return implementation;
    throw new TypeError("Illegal invocation: '" + member + "' of " + name);
  };

  // ---- results ----

  R.out = (value) => value instanceof PlatformObject ? R.wrap(value) : value;
  R.nothing = () => undefined;
  R.outSequence = (values) => {
    if (values === null || values === undefined) return values;
    const out = [];
    for (let i = 0; i < values.length; i++) defineProperty(out, i, { value: outDeep(values[i]), writable: true, enumerable: true, configurable: true });
    return out;
  };
  const outDeep = (value) =>
    value instanceof PlatformObject ? R.wrap(value)
      : Array.isArray(value) ? R.outSequence(value)
        : value !== null && typeof value === "object" && Object.getPrototypeOf(value) === null ? R.outDictionary(value)
          : value;
  R.outDictionary = (members) => {
    if (members === null || members === undefined) return members;
    const out = {};
    for (const key of ownKeys(members)) {
      if (members[key] !== undefined) defineProperty(out, key, { value: outDeep(members[key]), writable: true, enumerable: true, configurable: true });
    }
    return out;
  };
  // A promise for what steps return, with what they throw as its rejection.
  R.promise = (steps, out) => {
    let result;
    try {
      result = steps();
    } catch (error) {
      return promiseReject(error);
    }
    if (!out || deferreds.has(result)) return result;
    if (!(result instanceof RealmPromise)) return promiseResolve(out(result));
    return new RealmPromise((resolve, reject) => apply(promiseThen, result, [(value) => resolve(out(value)), reject]));
  };
  R.then = (promise, fulfilled, rejected) => apply(promiseThen, promise, [fulfilled, rejected]);
  R.resolved = promiseResolve;
  R.rejected = promiseReject;
  // A promise of the implementation's, which gives scripts what it is resolved with as they may have it.
  R.deferred = () => {
    const deferred = {};
    deferred.promise = new RealmPromise((resolve, reject) => {
      // What goes on with the promise are scripts of this global.
      deferred.resolve = (value) => {
        agent.current = R;
        resolve(outDeep(value));
      };
      deferred.reject = (reason) => {
        agent.current = R;
        reject(reason);
      };
    });
    deferreds.add(deferred.promise);
    return deferred;
  };
  R.toJson = (o, name) => {
    const out = {};
    const chain = [];
    for (let at = interfaces[name]; at; at = interfaces[at.parent]) chain.unshift(at);
    for (const at of chain) {
      for (const key of at.facts.json ?? []) {
        if (key in o) out[key] = outDeep(o[key]);
      }
    }
    return out;
  };
  R.empty = (brackets) => brackets === "[]" ? [] : {};
  R.putForwards = (target, member, value) => { R.out(target)[member] = value; };
  R.replace = (object, name, value) =>
    defineProperty(object ?? global, name, { value, writable: true, enumerable: true, configurable: true });

  // ---- errors ----

  R.domException = (name, message) => R.wrap(new implementations.DOMException(R, message ?? "", name));
  // What the room behind the bridge reports: a name, a message and, maybe, a constraint.
  R.errorOf = (name, message, constraint) =>
    name === "TypeError" ? new TypeError(message)
      : name === "RangeError" ? new RangeError(message)
      : name === "OverconstrainedError" ? R.wrap(new implementations.OverconstrainedError(R, constraint, message))
        : R.domException(name, message);

  R.finish = () => {
    const own = interfaces[about.globalNames[0]];
    if (!own) return;
    // Members of a global are its own properties.
    defineProperties(global, getOwnPropertyDescriptors(own.members));
    if (own.facts.unforgeable) {
      for (const key of ownKeys(own.facts.unforgeable)) {
        if (!(key in implementations[own.name].prototype)) continue;
        defineProperty(global, key, { ...getOwnPropertyDescriptor(own.facts.unforgeable, key), configurable: false });
      }
    }
    setPrototypeOf(global, own.C.prototype);
  };
  return R;
});
