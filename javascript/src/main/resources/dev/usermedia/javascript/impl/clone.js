"use strict";
// https://html.spec.whatwg.org/#safe-passing-of-structured-data between globals of one thread.
(function (agent) {
  const { implementations, implementationOf } = agent;
  agent.shared.serializable = new Map(); // of implementation classes to functions that copy into a realm
  agent.shared.transferable = new Map(); // to functions that move into a realm
  const entry = (table, implementation) => {
    for (const [C, copy] of table) if (implementation instanceof C) return copy;
    return undefined;
  };

  // Copies a value into a realm. What is in the list is moved: it is of no use here any more.
  agent.shared.structuredClone = (from, to, value, transfer = []) => {
    const fail = (what) => { throw from.domException("DataCloneError", what + " could not be cloned."); };
    const moved = new Map();
    for (const it of transfer) {
      if (moved.has(it)) throw from.domException("DataCloneError", "The transfer list has a value twice.");
      moved.set(it, undefined);
    }
    for (const it of transfer) {
      const implementation = implementationOf(it);
      if (implementation) {
        const move = entry(agent.shared.transferable, implementation);
        if (!move) fail("A value in the transfer list");
        moved.set(it, () => move(implementation, to));
      } else if (from.bufferKind(it) === "ArrayBuffer") {
        if (it.detached) fail("A detached ArrayBuffer");
        moved.set(it, () => to.adoptBuffer(it.transfer()));
      } else fail("A value in the transfer list");
    }
    const seen = new Map();
    const copy = (it) => {
      if (typeof it === "symbol" || typeof it === "function") fail(String(it));
      if (typeof it !== "object" || it === null) return it;
      if (seen.has(it)) return seen.get(it);
      const note = (made) => {
        seen.set(it, made);
        return made;
      };
      if (moved.has(it)) return note(moved.get(it)());
      const implementation = implementationOf(it);
      if (implementation) {
        const clone = entry(agent.shared.serializable, implementation);
        if (!clone) fail("A " + (implementation.constructor.interfaceName ?? "platform object"));
        return note(to.out(clone(implementation, to)));
      }
      const kind = from.bufferKind(it);
      if (kind === "ArrayBuffer") return note(to.copyBuffer(it));
      if (kind === "SharedArrayBuffer") return it;
      if (kind) return note(new to.global[kind](copy(it.buffer), it.byteOffset, kind === "DataView" ? it.byteLength : it.length));
      switch (Object.prototype.toString.call(it)) {
        case "[object Date]": return note(new to.Date(+it));
        case "[object RegExp]": return note(new to.global.RegExp(it.source, it.flags));
        case "[object Boolean]": case "[object Number]": case "[object String]": return note(to.Object(it.valueOf()));
        case "[object Map]": {
          const made = note(new to.global.Map());
          for (const [key, member] of [...it]) made.set(copy(key), copy(member));
          return made;
        }
        case "[object Set]": {
          const made = note(new to.global.Set());
          for (const member of [...it]) made.add(copy(member));
          return made;
        }
        case "[object Error]": {
          const C = ["EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"].includes(it.name) ? to.global[it.name] : to.Error;
          const made = note(new C(it.message));
          if (it.stack) made.stack = it.stack;
          return made;
        }
        case "[object Promise]": case "[object WeakMap]": case "[object WeakSet]": case "[object WeakRef]": return fail("#<" + it.constructor.name + ">");
        default:
      }
      const made = note(Array.isArray(it) ? new to.Array(it.length) : new to.Object());
      for (const key of Object.keys(it)) {
        Object.defineProperty(made, key, { value: copy(it[key]), writable: true, enumerable: true, configurable: true });
      }
      return made;
    };
    const result = copy(value);
    // What is transferred but not mentioned is moved all the same.
    for (const [it, move] of moved) if (!seen.has(it)) seen.set(it, move());
    return { value: result, transferred: transfer.map((it) => seen.get(it)) };
  };
  agent.setups.push((R) => {
    const { ArrayBuffer } = R;
    R.copyBuffer = (buffer) => {
      const made = new ArrayBuffer(buffer.byteLength);
      new R.Uint8Array(made).set(new R.Uint8Array(buffer));
      return made;
    };
    R.adoptBuffer = R.copyBuffer;
    R.install({ structuredClone(value, options) {
      if (arguments.length < 1) throw new R.TypeError("Failed to execute 'structuredClone': 1 argument required, but only 0 present.");
      const { transfer = [] } = R.convert(["dictionary", "StructuredSerializeOptions"], options, "structuredClone");
      return agent.shared.structuredClone(R, R, value, transfer).value;
    } });
  });

  const { Blob, File, DOMException, DOMRectReadOnly } = implementations;
  agent.shared.serializable.set(File, (it, to) => Object.assign(new File(to, [], it.name, it), { bytes: it.bytes }));
  agent.shared.serializable.set(Blob, (it, to) => Blob.ofBytes(to, it.bytes, it.type));
  agent.shared.serializable.set(implementations.OverconstrainedError, () => { throw new TypeError(); });
  agent.shared.serializable.set(DOMException, (it, to) => new DOMException(to, it.message, it.name));
  agent.shared.serializable.set(DOMRectReadOnly, (it, to) => new it.constructor(to, it.x, it.y, it.width, it.height));
  agent.shared.serializable.delete(implementations.OverconstrainedError);
});
