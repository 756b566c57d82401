"use strict";
// What all globals of one thread share: implementations of interfaces, and the tie between them and the objects that
// scripts hold. An implementation is an object of a class registered here; scripts hold its wrapper, an object of the
// interface's class in some realm, and never the implementation itself.
(function (bridge) {
  // Ties a wrapper to its implementation by a private field, which no script can read or forge.
  class Tie extends (function (object) { return object; }) {
    #implementation;
    constructor(wrapper, implementation) {
      super(wrapper);
      this.#implementation = implementation;
    }
    // What stands for one object after another is tied anew.
    static change(object, implementation) { object.#implementation = implementation; }
    static of(object) {
      return (typeof object === "object" && object !== null || typeof object === "function") && #implementation in object
        ? object.#implementation : undefined;
    }
  }

  class PlatformObject {
    // Fields of its own, so that no setter on Object.prototype sees what they are set to.
    wrapper = undefined;
    realm = undefined;
    constructor(realm) {
      this.realm = realm;
    }
  }

  const implementations = { __proto__: null };
  const agent = {
    bridge,
    implementations,
    PlatformObject,
    implementationOf: Tie.of,
    tieProxy(proxy, implementation) {
      if (Tie.of(proxy)) Tie.change(proxy, implementation);
      else new Tie(proxy, implementation);
    },
    tie(wrapper, implementation) {
      new Tie(wrapper, implementation);
      implementation.wrapper = wrapper;
    },
    // Members that are fields of an object are not found on its class, so they are named.
    implement(name, implementation, fields = "") {
      implementation.interfaceName = name;
      implementation.fieldNames = fields.split(" ");
      implementations[name] = implementation;
    },
    // Interfaces that are in all globals where the names of the past are wanted.
    legacyNames: new Set(),
    // Steps that run first in each new realm, by the files that have them.
    setups: [],
    // By name, what else files of this directory share.
    shared: { __proto__: null },
  };
  return agent;
});
