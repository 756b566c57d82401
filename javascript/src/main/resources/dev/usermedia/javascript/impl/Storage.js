"use strict";
// https://html.spec.whatwg.org/#the-storage-interface, for as long as the page is there.
(function (agent) {
  const MOST = 5 * 1024 * 1024; // characters of an origin, as in browsers

  class Storage extends agent.PlatformObject {
    constructor(realm, map) {
      super(realm);
      this.map = map;
    }
    get length() { return this.map.size; }
    key(index) { return [...this.map.keys()][index] ?? null; }
    getItem(key) { return this.map.get(key) ?? null; }
    setItem(key, value) {
      let size = key.length + value.length;
      for (const [name, text] of this.map) if (name !== key) size += name.length + text.length;
      if (size > MOST) throw this.realm.domException("QuotaExceededError", "The origin stores too much.");
      this.map.set(key, value);
    }
    removeItem(key) { this.map.delete(key); }
    clear() { this.map.clear(); }
    supportedNames() { return [...this.map.keys()]; }
  }
  agent.implement("Storage", Storage);

  for (const kind of ["localStorage", "sessionStorage"]) {
    const origins = new Map();
    Object.defineProperty(agent.implementations.Window.prototype, kind, {
      get() {
        const { origin } = this.realm.about;
        if (!origins.has(origin)) origins.set(origin, new Map());
        return (this.stores ??= {})[kind] ??= new Storage(this.realm, origins.get(origin));
      },
      configurable: true,
    });
  }
});
