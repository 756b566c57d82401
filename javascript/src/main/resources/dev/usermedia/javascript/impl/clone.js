"use strict";
// https://html.spec.whatwg.org/#safe-passing-of-structured-data
//
// What is serialized is the same for another global of this thread and for one of another thread: `root` and `nodes`, one node
// for each object, are what JSON can carry, and `attachments` are buffers and objects of the room behind.
(function (agent) {
  const { implementations, implementationOf, shared } = agent;
  const { apply } = Reflect;

  // By the name of an interface, how its objects are written and read. `write` is given the implementation and a writer and
  // returns what JSON can carry; what is moved is of no use to its former owner from then on. `read` is given a realm, that, and a
  // reader, and returns an implementation.
  shared.serializable = new Map();
  shared.transferable = new Map();
  const nameOf = (implementation) => {
    let C = implementation.constructor;
    while (C && !Object.hasOwn(C, "interfaceName")) C = Object.getPrototypeOf(C);
    return C?.interfaceName ?? "";
  };

  const errors = ["EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];
  const works = (steps, value) => { try { steps(value); return true; } catch { return false; } };
  const getter = (C, name) => {
    const { get } = Object.getOwnPropertyDescriptor(C.prototype, name);
    return (value) => apply(get, value, []);
  };
  const method = (C, name) => {
    const found = C.prototype[name];
    return (value) => apply(found, value, []);
  };
  // What tells that an object is what its tag says.
  const checks = {
    __proto__: null,
    Date: method(Date, "getTime"), RegExp: getter(RegExp, "source"), Map: getter(Map, "size"), Set: getter(Set, "size"),
    Boolean: method(Boolean, "valueOf"), Number: method(Number, "valueOf"), String: method(String, "valueOf"), BigInt: method(BigInt, "valueOf"),
  };
  const entries = method(Map, "entries"), members = method(Set, "values");

  // https://html.spec.whatwg.org/#structuredserializewithtransfer
  shared.structuredSerialize = (from, value, transfer = []) => {
    const fail = (what) => { throw from.domException("DataCloneError", what + " could not be cloned."); };
    const nodes = [], attachments = [], seen = new Map();
    const attach = (it) => attachments.push(it) - 1;
    for (const it of transfer) {
      if (seen.has(it)) throw from.domException("DataCloneError", "The transfer list has a value twice.");
      const implementation = implementationOf(it);
      const known = implementation ? shared.transferable.has(nameOf(implementation)) : from.bufferKind(it) === "ArrayBuffer" || from.streamKind(it);
      if (!known) fail("A value in the transfer list");
      seen.set(it, nodes.push(null) - 1);
    }

    const encode = (it) => {
      switch (typeof it) {
        case "string": case "boolean": return it;
        case "number": return Number.isFinite(it) && !Object.is(it, -0) ? it : ["number", Object.is(it, -0) ? "-0" : String(it)];
        case "undefined": return ["undefined"];
        case "bigint": return ["bigint", String(it)];
        case "symbol": case "function": return fail(String(it));
        default: return it === null ? null : ["at", indexOf(it)];
      }
    };
    const indexOf = (it) => {
      let at = seen.get(it);
      if (at === undefined) {
        at = nodes.push(null) - 1;
        seen.set(it, at);
        nodes[at] = node(it);
      }
      return at;
    };
    const properties = (it) => Object.keys(it).map((key) => [key, encode(it[key])]);
    const writer = { encode, attach };
    const platformNode = (table, implementation) => {
      const name = nameOf(implementation);
      const entry = table.get(name) ?? fail("A " + (name || "platform object"));
      return ["platform", name, table === shared.transferable, entry.write(implementation, writer)];
    };
    const node = (it) => {
      const implementation = implementationOf(it);
      if (implementation) return platformNode(shared.serializable, implementation);
      const kind = from.bufferKind(it);
      if (kind === "ArrayBuffer") {
        if (it.detached) fail("A detached ArrayBuffer");
        return ["buffer", attach(from.copyBuffer(it))];
      }
      if (kind === "SharedArrayBuffer") return fail("A SharedArrayBuffer");
      if (kind) return ["view", kind, encode(it.buffer), it.byteOffset, kind === "DataView" ? it.byteLength : it.length];
      if (from.streamKind(it)) return fail("A stream that is not transferred");
      const tag = apply(Object.prototype.toString, it, []).slice(8, -1);
      if (checks[tag] && works(checks[tag], it)) {
        switch (tag) {
          case "RegExp": return ["RegExp", it.source, it.flags];
          case "Map": return ["Map", [...entries(it)].map(([key, member]) => [encode(key), encode(member)])];
          case "Set": return ["Set", [...members(it)].map(encode)];
          default: return [tag, encode(checks[tag](it))];
        }
      }
      if (["Promise", "WeakMap", "WeakSet", "WeakRef"].includes(tag)) return fail("#<" + tag + ">");
      if (Error.isError?.(it) ?? tag === "Error") {
        const message = Object.getOwnPropertyDescriptor(it, "message");
        return ["Error", errors.includes(it.name) ? it.name : "Error", message && "value" in message ? String(message.value) : null,
          typeof it.stack === "string" ? it.stack : null];
      }
      return Array.isArray(it) ? ["Array", it.length, properties(it)] : ["Object", properties(it)];
    };

    const root = encode(value);
    for (const it of transfer) {
      const implementation = implementationOf(it);
      const kind = implementation ? undefined : from.streamKind(it);
      if (!implementation && !kind && it.detached) fail("A detached ArrayBuffer");
      nodes[seen.get(it)] = implementation ? platformNode(shared.transferable, implementation)
        : kind ? ["stream", kind, shared.transferableStreams.write(from, kind, it, writer)] : ["buffer", attach(it.transfer())];
    }
    return { root, nodes, transferred: transfer.map((it) => seen.get(it)), attachments };
  };

  // https://html.spec.whatwg.org/#structureddeserializewithtransfer
  shared.structuredDeserialize = (to, { root, nodes, transferred, attachments }) => {
    const made = [];
    const decode = (it) => {
      if (!Array.isArray(it)) return it;
      switch (it[0]) {
        case "undefined": return undefined;
        case "number": return Number(it[1]);
        case "bigint": return BigInt(it[1]);
        default: return object(it[1]);
      }
    };
    const define = (target, pairs) => {
      for (const [key, member] of pairs) {
        Object.defineProperty(target, key, { value: decode(member), writable: true, enumerable: true, configurable: true });
      }
    };
    const reader = { decode, attachment: (at) => attachments[at] };
    const object = (at) => at in made ? made[at] : fill(at, nodes[at]);
    const fill = (at, [type, first, second, third, fourth]) => {
      switch (type) {
        case "platform": {
          const entry = (second ? shared.transferable : shared.serializable).get(first);
          if (!to.interfaces[first]) throw to.domException("DataCloneError", "There is no " + first + " here.");
          return made[at] = to.out(entry.read(to, third, reader));
        }
        case "stream": return made[at] = shared.transferableStreams.read(to, first, second, reader);
        case "buffer": return made[at] = to.copyBuffer(attachments[first]);
        case "view": return made[at] = new to.global[first](decode(second), third, fourth);
        case "Date": return made[at] = new to.Date(decode(first));
        case "RegExp": return made[at] = new to.global.RegExp(first, second);
        case "Boolean": case "Number": case "String": case "BigInt": return made[at] = to.Object(decode(first));
        case "Map":
          made[at] = new to.global.Map();
          for (const [key, member] of first) made[at].set(decode(key), decode(member));
          return made[at];
        case "Set":
          made[at] = new to.global.Set();
          for (const member of first) made[at].add(decode(member));
          return made[at];
        case "Error": {
          const error = made[at] = new (first === "Error" ? to.Error : to.global[first])();
          for (const [key, value] of [["message", second], ["stack", third]]) {
            if (value !== null) Object.defineProperty(error, key, { value, writable: true, enumerable: false, configurable: true });
          }
          return error;
        }
        case "Array":
          define(made[at] = new to.Array(first), second);
          return made[at];
        default:
          define(made[at] = new to.Object(), first);
          return made[at];
      }
    };
    // What is transferred but not mentioned is moved all the same.
    const moved = transferred.map(object);
    return { value: decode(root), transferred: moved };
  };

  shared.structuredClone = (from, to, value, transfer) => shared.structuredDeserialize(to, shared.structuredSerialize(from, value, transfer));

  // ---- for another thread ----

  shared.pack = ({ attachments, ...rest }) => agent.bridge.messages().parcel(JSON.stringify(rest), attachments);
  shared.unpack = (parcel) => ({
    ...JSON.parse(parcel.text()),
    attachments: Array.from({ length: parcel.size() }, (_, i) => parcel.isBuffer(i) ? new ArrayBuffer(parcel.buffer(i)) : parcel.attachment(i)),
  });

  agent.setups.push((R) => {
    const { ArrayBuffer, Uint8Array } = R;
    R.copyBuffer = (buffer) => {
      const made = new ArrayBuffer(buffer.byteLength);
      new Uint8Array(made).set(new Uint8Array(buffer));
      return made;
    };
    R.install({ structuredClone(value, options) {
      if (arguments.length < 1) throw new R.TypeError("Failed to execute 'structuredClone': 1 argument required, but only 0 present.");
      const { transfer = [] } = R.convert(["dictionary", "StructuredSerializeOptions"], options, "structuredClone");
      return shared.structuredClone(R, R, value, transfer).value;
    } });
  });

  const { Blob, File, DOMException } = implementations;
  const bytes = (it, out) => out.attach(new Uint8Array(it.bytes).buffer);
  const read = (from, at) => new Uint8Array(new Uint8Array(from.attachment(at)));
  shared.serializable.set("Blob", {
    write: (it, out) => [bytes(it, out), it.type],
    read: (to, [at, type], from) => Blob.ofBytes(to, read(from, at), type),
  });
  shared.serializable.set("File", {
    write: (it, out) => [bytes(it, out), it.type, it.name, it.lastModified],
    read: (to, [at, type, name, lastModified], from) => Object.assign(new File(to, [], name, { type, lastModified }), { bytes: read(from, at) }),
  });
  shared.serializable.set("DOMException", {
    write: (it) => [it.message, it.name],
    read: (to, [message, name]) => new DOMException(to, message, name),
  });
  for (const name of ["DOMRectReadOnly", "DOMRect"]) {
    shared.serializable.set(name, {
      write: (it, out) => [it.x, it.y, it.width, it.height].map(out.encode),
      read: (to, sides, from) => new implementations[name](to, ...sides.map(from.decode)),
    });
  }
});
