"use strict";
// https://html.spec.whatwg.org/#windoworworkerglobalscope; timers and the like are in runtime/scope.js.
(function (agent) {
  const { EventTarget } = agent.implementations;

  agent.shared.GlobalScope = class GlobalScope extends EventTarget {
    isGlobalScope = true;
    get self() { return this.realm.global; }
    get performance() { return this.ownPerformance ??= new agent.implementations.Performance(this.realm); }
    get isSecureContext() { return this.realm.about.secure; }
    get crossOriginIsolated() { return false; }
    get origin() { return this.realm.about.origin; }
    btoa(text) {
      const bytes = [];
      for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i));
      if (bytes.some((it) => it > 255)) throw this.realm.domException("InvalidCharacterError", "The string has characters outside of Latin-1.");
      return agent.shared.base64(bytes);
    }
    atob(text) {
      const bytes = agent.shared.fromBase64(text);
      if (!bytes) throw this.realm.domException("InvalidCharacterError", "The string is not correctly encoded.");
      return Array.from(bytes, (it) => String.fromCharCode(it)).join("");
    }
    createImageBitmap(image, ...rest) { return agent.shared.createImageBitmap(this.realm, image, rest); }
  };

  agent.implement("Performance", class Performance extends EventTarget {
    now() { return this.realm.now(); }
    get timeOrigin() { return this.realm.timeOrigin; }
    toJSON() { return { __proto__: null, timeOrigin: this.timeOrigin }; }
  });
});
