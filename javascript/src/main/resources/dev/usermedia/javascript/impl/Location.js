"use strict";
// https://html.spec.whatwg.org/#the-location-interface, #the-history-interface
(function (agent) {
  const parts = ["protocol", "host", "hostname", "port", "pathname", "search", "hash"];
  class Location extends agent.PlatformObject {
    get url() { return agent.shared.parseUrl(this.realm.about.url); }
    get href() { return this.realm.about.url; }
    set href(value) { this.assign(value); }
    get origin() { return this.realm.about.origin; }
    assign(value) {
      const url = this.realm.resolveUrl(value);
      if (url === null) throw this.realm.domException("SyntaxError", "'" + value + "' is not a URL.");
      this.realm.navigate(url);
    }
    replace(value) { this.assign(value); }
    reload() { this.realm.navigate(this.href); }
    get ancestorOrigins() { return this.realm.outSequence([]); }
    toString() { return this.href; }
  }
  for (const part of parts) {
    Object.defineProperty(Location.prototype, part, {
      get() { return this.url?.[part] ?? ""; },
      set(value) {
        const url = this.url;
        url[part] = value;
        this.assign(url.href);
      },
      configurable: true,
    });
  }
  agent.implement("Location", Location);

  // https://html.spec.whatwg.org/#worker-locations
  class WorkerLocation extends agent.PlatformObject {
    get href() { return this.realm.about.url; }
    get origin() { return this.realm.about.origin; }
    toString() { return this.href; }
  }
  for (const part of parts) {
    Object.defineProperty(WorkerLocation.prototype, part, {
      get() { return agent.shared.parseUrl(this.realm.about.url)?.[part] ?? ""; },
      configurable: true,
    });
  }
  agent.implement("WorkerLocation", WorkerLocation);

  agent.implement("History", class History extends agent.PlatformObject {
    get length() { return this.realm.navigable?.length ?? 1; }
    get state() { return this.ownState ?? null; }
    // https://html.spec.whatwg.org/#shared-history-push/replace-state-steps
    #replace(state, url) {
      if (url !== null && url !== undefined) {
        const { about } = this.realm, { parseUrl } = agent.shared;
        const resolved = this.realm.resolveUrl(url);
        if (!resolved || parseUrl(resolved).origin !== parseUrl(about.url).origin) {
          throw this.realm.domException("SecurityError", "A document cannot have that address.");
        }
        about.url = resolved;
      }
      this.ownState = state;
    }
    pushState(state, unused, url) { this.#replace(state, url); }
    replaceState(state, unused, url) { this.#replace(state, url); }
    back() { this.go(-1); }
    forward() { this.go(1); }
    go(delta = 0) {
      if (delta === 0) this.realm.navigate(this.realm.about.url);
      else this.realm.navigable?.traverse(delta);
    }
  });
});
