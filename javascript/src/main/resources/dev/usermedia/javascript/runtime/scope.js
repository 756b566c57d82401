"use strict";
// What windows and workers have in common: timers, microtasks, time, errors that nobody caught.
// https://html.spec.whatwg.org/#windoworworkerglobalscope
(function (R) {
  const { agent, global } = R;
  const { bridge } = agent;
  delete global[Symbol.toStringTag]; // the engine's own, "global"; the interface has one
  const origin = bridge.now();
  R.now = () => (bridge.now() - origin) / 1000;
  // Of a time of the clock of frames, in microseconds.
  R.timeOf = (timestamp) => (timestamp - origin) / 1000;
  R.timeOrigin = bridge.wallClock();
  R.closed = false;
  R.isActive = () => !R.closed;
  R.media = () => bridge.media();

  // ---- timers ----

  const timers = new Map();
  let nextTimer = 1, nesting = 0;
  // A repeated timer is due a delay after it was due before, unless it is too late for that: the time its steps take does not add up.
  const start = (id, callback, args, delay, repeat, level, dueBefore = R.now()) => {
    const wait = Math.max(level > 5 ? 4 : 0, delay), now = R.now();
    const due = Math.max(now, dueBefore + wait);
    const timer = bridge.timer(due - now, () => {
      if (!timers.has(id) || R.closed) return;
      if (!repeat) timers.delete(id);
      const before = nesting;
      nesting = level;
      agent.current = R; // until another global's task begins: what its promises go on with belongs to it too
      try {
        callback(args);
      } finally {
        nesting = before;
      }
      if (repeat && timers.has(id)) start(id, callback, args, delay, true, level + 1, due);
    });
    timers.set(id, timer);
  };
  const set = (handler, delay, args, repeat) => {
    const id = nextTimer++;
    const callback = typeof handler === "function"
      ? (values) => { try { Reflect.apply(handler, global, values); } catch (error) { R.report(error); } }
      : () => R.runScript(handler, "timer");
    start(id, callback, args, delay, repeat, nesting + 1);
    return id;
  };
  R.setTimer = (milliseconds, steps) => set(steps, milliseconds, [], false);
  R.clearTimer = (id) => {
    const timer = timers.get(id);
    if (timer) {
      timer.cancel();
      timers.delete(id);
    }
  };
  R.clearTimers = () => { for (const id of [...timers.keys()]) R.clearTimer(id); };
  const toDelay = (value) => { const delay = value | 0; return delay > 0 ? delay : 0; };
  const toHandler = (value) => typeof value === "function" ? value : `${value}`;
  const need = (count, args, name) => {
    if (args.length < count) R.missing(args.length, count, "Failed to execute '" + name + "'");
  };
  const then = Promise.prototype.then, settled = Promise.resolve();
  R.microtask = (steps) => { Reflect.apply(then, settled, [() => { try { steps(); } catch (error) { R.report(error); } }]); };
  const operations = {
    setTimeout(handler) {
      need(1, arguments, "setTimeout");
      const [, delay, ...args] = arguments;
      return set(toHandler(handler), toDelay(delay), args, false);
    },
    setInterval(handler) {
      need(1, arguments, "setInterval");
      const [, delay, ...args] = arguments;
      return set(toHandler(handler), toDelay(delay), args, true);
    },
    clearTimeout() { R.clearTimer(arguments[0] | 0); },
    clearInterval() { R.clearTimer(arguments[0] | 0); },
    queueMicrotask(callback) {
      need(1, arguments, "queueMicrotask");
      if (typeof callback !== "function") throw new TypeError("Failed to execute 'queueMicrotask': parameter 1 is not of type 'Function'.");
      R.microtask(callback);
    },
    reportError(error) {
      need(1, arguments, "reportError");
      R.report(error);
    },
  };
  R.install = (operations) => {
    for (const name of Object.keys(operations)) {
      Object.defineProperty(global, name, { value: operations[name], writable: true, enumerable: true, configurable: true });
    }
  };
  R.install(operations);

  // A task of the event loop, which no script can put off.
  R.queueTask = (steps) => bridge.timer(0, () => {
    if (R.closed) return;
    agent.current = R;
    steps();
  });

  // Asks the room behind, which answers in a task of its own. A document that is gone never hears the answer.
  R.ask = (start, make = (value) => value) => {
    const { promise, resolve, reject } = R.deferred();
    const answered = (settle) => {
      bridge.release();
      if (R.isActive()) settle();
    };
    bridge.retain();
    start((value) => answered(() => resolve(make(value))),
      (name, message, constraint) => answered(() => reject(R.errorOf(name, message, constraint))));
    return promise;
  };

  // ---- errors: https://html.spec.whatwg.org/#report-the-exception ----

  const place = (error) => {
    const lines = typeof error?.stack === "string" ? error.stack.split("\n") : [];
    const found = lines.map((line) => /at (?:.*\()?(.*?):(\d+)(?::(\d+))?\)?$/.exec(line)).find(Boolean);
    return found ? { filename: found[1], lineno: +found[2], colno: +(found[3] ?? 0) } : { filename: "", lineno: 0, colno: 0 };
  };
  let reporting = false;
  R.report = (error) => {
    const text = R.show(error);
    R.reportPlaced(text, { message: "Uncaught " + text.split("\n")[0], ...place(error) }, error);
  };
  R.reportPlaced = (text, where, error) => {
    let handled = false;
    if (!reporting) {
      reporting = true;
      try {
        handled = !agent.implementationOf(global).fire("error", { ...where, error, cancelable: true }, "ErrorEvent");
      } finally {
        reporting = false;
      }
    }
    if (!handled) R.unhandled(text, where);
  };
  R.unhandled = (text) => bridge.uncaught(text);

  // https://html.spec.whatwg.org/#unhandled-promise-rejections
  R.rejectionUnhandled = (promise, reason) => {
    const target = agent.implementationOf(global);
    const handled = !target.fire("unhandledrejection", { promise, reason, cancelable: true }, "PromiseRejectionEvent");
    if (!handled) bridge.uncaught("(in promise) " + R.show(reason));
  };
});
