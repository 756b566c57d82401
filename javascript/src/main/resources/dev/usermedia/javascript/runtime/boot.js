"use strict";
// The first and the last steps in a new context: takes the engine's own names away from scripts and hands Java what it
// needs of the language.
(function (bridge) {
  const { Graal, Realm } = globalThis;
  for (const name of ["Graal", "Realm", "arguments", "load", "loadWithNewGlobal", "print", "printErr", "quit", "read", "readline"]) delete globalThis[name];
  let current;
  Graal.setUnhandledPromiseRejectionHandler((reason, promise) => { if (current) current.rejectionUnhandled(promise, reason); });
  bridge.ready(() => ({ __proto__: null }), () => [], (name, message, constraint) => { throw current.errorOf(name, message, constraint); }, undefined);
  return {
    // Makes the global at hand one with the given runtime.
    enter(realm) { current = realm; },
    report(error) { current.report(error); },
    show(error) { return current ? current.show(error) : String(error); },
    about: (globalNames, secure, origin, url) => ({ globalNames: Array.from({ length: globalNames.length }, (_, i) => globalNames[i]), secure, origin, url }),
    global: globalThis,
    Realm,
  };
});
