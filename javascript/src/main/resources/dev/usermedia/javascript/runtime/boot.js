"use strict";
// The first and the last steps in a new context: takes the engine's own names away from scripts and hands Java what it
// needs of the language.
(function (bridge) {
  const { Graal, Realm } = globalThis;
  const taken = ["Graal", "Realm", "arguments", "load", "loadWithNewGlobal", "print", "printErr", "quit", "read", "readline"];
  for (const name of taken) delete globalThis[name];
  const list = (foreign) => Array.from({ length: foreign.length }, (_, i) => foreign[i]);
  let current;
  Graal.setUnhandledPromiseRejectionHandler((reason, promise) => { if (current) current.rejectionUnhandled(promise, reason); });
  bridge.ready(() => ({ __proto__: null }), () => [], (name, message, constraint) => { throw current.errorOf(name, message, constraint); }, undefined);
  return {
    // Makes the global at hand one with the given runtime.
    enter(realm) {
      current = realm;
      realm.agent.newGlobal = this.newGlobal;
      delete realm.agent; // who gets hold of an implementation finds no bridge by its realm
    },
    report(error) { current.report(error); },
    show(error) { return current ? current.show(error) : String(error); },
    about: (globalNames, secure, origin, url, features, legacy) => ({ globalNames: list(globalNames), secure, origin, url, features: list(features), legacy }),
    global: globalThis,
    // Further globals of the same thread: https://html.spec.whatwg.org/#similar-origin-window-agent
    newGlobal() {
      const id = Realm.create();
      for (const name of taken) delete Realm.global(id)[name];
      return { global: Realm.global(id), evaluate: (text) => Realm.eval(id, text) };
    },
  };
});
