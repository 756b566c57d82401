"use strict";
// https://console.spec.whatwg.org/, with objects shown as a terminal can show them.
(function (R) {
  const { agent, global } = R;
  const show = (value, depth, seen) => {
    switch (typeof value) {
      case "string": return depth ? JSON.stringify(value) : value;
      case "bigint": return value + "n";
      case "symbol": return String(value);
      case "function": return (/^class\b/.test(Function.prototype.toString.call(value)) ? "[class " : "[function ") + (value.name || "anonymous") + "]";
      case "object": break;
      default: return Object.is(value, -0) ? "-0" : String(value);
    }
    if (value === null) return "null";
    if (seen.includes(value)) return "[circular]";
    const implementation = agent.implementationOf(value);
    if (value instanceof Error || implementation instanceof agent.implementations.DOMException) {
      const head = `${value.name}: ${value.message}`;
      const stack = typeof value.stack === "string" ? value.stack : "";
      return stack.includes(value.message) && stack ? stack.trimEnd() : head + (stack ? "\n" + stack.split("\n").slice(1).join("\n") : "");
    }
    if (depth > 3) return Array.isArray(value) ? "[...]" : "{...}";
    const inner = [...seen, value];
    const item = (it) => show(it, depth + 1, inner);
    if (Array.isArray(value)) return "[" + value.map(item).join(", ") + "]";
    if (ArrayBuffer.isView(value) && "length" in value) {
      return value.constructor.name + "(" + value.length + ") [" + Array.from(value.subarray(0, 16), String).join(", ") + (value.length > 16 ? ", ..." : "") + "]";
    }
    if (value instanceof Map) return "Map {" + [...value].map(([k, v]) => item(k) + " => " + item(v)).join(", ") + "}";
    if (value instanceof Set) return "Set {" + [...value].map(item).join(", ") + "}";
    if (value instanceof Date || value instanceof RegExp) return String(value);
    if (value instanceof Promise) return "Promise {}";
    const name = value[Symbol.toStringTag] ?? value.constructor?.name;
    const keys = [];
    if (implementation) for (const key in value) keys.push(key);
    else keys.push(...Object.keys(value));
    const members = keys
      .filter((key) => !implementation || !/^on|^[A-Z_]+$/.test(key))
      .map((key) => {
        try { return [key, value[key]]; } catch { return [key, undefined]; }
      })
      .filter(([, member]) => !implementation || typeof member !== "function")
      .map(([key, member]) => key + ": " + (implementation && agent.implementationOf(member) ? "[" + (member[Symbol.toStringTag] ?? "object") + "]" : item(member)));
    return (name && name !== "Object" ? name + " " : "") + (members.length ? "{ " + members.join(", ") + " }" : "{}");
  };
  // In stacks, modules are called by the paths that the engine knows them by.
  R.show = (value) => show(value, 0, []).replace(/(\s\(?)\/(https?)\/(?=[^\s]+:\d+)/g, "$1$2://");

  // https://console.spec.whatwg.org/#formatter
  const format = (values) => {
    let [first, ...rest] = values;
    if (typeof first === "string" && rest.length) {
      first = first.replace(/%([sdifoOc%])/g, (all, kind) => {
        if (kind === "%") return "%";
        if (!rest.length) return all;
        const value = rest.shift();
        return kind === "c" ? "" : kind === "d" || kind === "i" ? String(parseInt(value)) : kind === "f" ? String(parseFloat(value)) : R.show(value);
      });
    }
    return [first, ...rest].map(R.show).join(" ");
  };

  const counts = new Map(), timers = new Map();
  let indent = "";
  const print = (level, text) => agent.bridge.print(level, indent + text.replaceAll("\n", "\n" + indent));
  const methods = {
    log: (...values) => print("log", format(values)),
    info: (...values) => print("info", format(values)),
    debug: (...values) => print("debug", format(values)),
    warn: (...values) => print("warn", format(values)),
    error: (...values) => print("error", format(values)),
    trace: (...values) => print("log", format(["Trace:", ...values]) + "\n" + (new Error().stack ?? "").split("\n").slice(2).join("\n")),
    dir: (value) => print("log", R.show(value)),
    dirxml: (...values) => print("log", format(values)),
    table: (value) => print("log", R.show(value)),
    assert: (condition, ...values) => { if (!condition) print("error", format(["Assertion failed:", ...values])); },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print("info", label + ": " + counts.get(label));
    },
    countReset: (label = "default") => { counts.delete(label); },
    group: (...values) => { if (values.length) print("log", format(values)); indent += "  "; },
    groupCollapsed: (...values) => { if (values.length) print("log", format(values)); indent += "  "; },
    groupEnd: () => { indent = indent.slice(2); },
    time: (label = "default") => { timers.set(label, R.now()); },
    timeLog: (label = "default") => { print("info", label + ": " + (R.now() - timers.get(label)).toFixed(3) + " ms"); },
    timeEnd: (label = "default") => {
      print("info", label + ": " + (R.now() - timers.get(label)).toFixed(3) + " ms");
      timers.delete(label);
    },
    clear: () => {},
  };
  const console = Object.create({});
  for (const name of Object.keys(methods)) {
    Object.defineProperty(console, name, { value: methods[name], writable: true, enumerable: true, configurable: true });
  }
  Object.defineProperty(console, Symbol.toStringTag, { value: "console", configurable: true });
  Object.defineProperty(global, "console", { value: console, writable: true, enumerable: false, configurable: true });
});
