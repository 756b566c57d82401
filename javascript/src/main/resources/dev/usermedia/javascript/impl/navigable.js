"use strict";
// https://html.spec.whatwg.org/#navigables: what shows one document after another, in a frame or by itself. Each document is
// of a further global of the page's thread; scripts hold a WindowProxy, which stands for the present one.
(function (agent) {
  const features = ["camera", "microphone", "display-capture", "speaker-selection", "window-management"];
  const files = ["runtime/convert.js", "runtime/scope.js", "runtime/console.js", "glue.js", "runtime/window.js"];

  // https://html.spec.whatwg.org/#the-windowproxy-exotic-object
  class WindowProxy {
    #realm;
    constructor() {
      const of = (trap) => (target, ...rest) => trap(this.#realm.global, ...rest);
      this.object = new Proxy({}, {
        get: of((window, key) => Reflect.get(window, key)),
        set: of((window, key, value) => Reflect.set(window, key, value)),
        has: of(Reflect.has),
        deleteProperty: of(Reflect.deleteProperty),
        defineProperty: of(Reflect.defineProperty),
        getPrototypeOf: of(Reflect.getPrototypeOf),
        ownKeys: of(Reflect.ownKeys),
        getOwnPropertyDescriptor: of((window, key) => {
          const found = Reflect.getOwnPropertyDescriptor(window, key);
          return found && { ...found, configurable: true };
        }),
        setPrototypeOf: () => false,
        preventExtensions: () => false,
      });
    }
    show(realm) {
      this.#realm = realm;
      realm.windowProxy = this.object;
      agent.tieProxy(this.object, agent.implementationOf(realm.global));
    }
  }

  agent.shared.Navigable = class Navigable {
    #proxy = new WindowProxy();
    #entries = ["about:blank"];
    #at = 0;
    #initial = true; // whether the document is the empty one that there is before any other
    realm = null;

    // The opener's realm is that of the document which has the frame, or which opened a window.
    constructor(opener, { element = null, allowed = () => features, changed = () => {} }) {
      this.opener = opener;
      this.element = element;
      this.allowed = allowed;
      this.changed = changed;
      this.#make("about:blank", "");
    }
    get window() { return this.#proxy.object; }
    get length() { return this.#entries.length; }

    #about(url, header) {
      const { about } = this.opener;
      const blank = url === "about:blank" || url === "about:srcdoc" || url.startsWith("javascript:");
      const parsed = agent.shared.parseUrl(url);
      const origin = blank || !parsed ? about.origin : parsed.origin; // where nothing can be loaded from there is an empty page
      return {
        globalNames: ["Window"], origin, url, legacy: about.legacy,
        secure: about.secure && (blank || parsed?.protocol !== "http:"),
        features: this.allowed(origin).filter((it) => !header.replaceAll(" ", "").includes(it + "=()")),
      };
    }
    #make(url, header) {
      const about = this.#about(url, header);
      const { global, evaluate } = agent.newGlobal();
      const R = evaluate(agent.bridge.runtimeFile("runtime/realm.js"))(agent, global, about);
      R.navigable = this;
      if (this.element) {
        R.parent = this.opener;
        R.frameElement = this.element;
      }
      R.evaluate = (script, name, module) => {
        if (module) throw R.domException("NotSupportedError", "Frames have no modules.");
        return evaluate(script + "\n//# sourceURL=" + name);
      };
      R.library = (name) => evaluate(agent.bridge.libraryText(name));
      for (const file of files) evaluate(agent.bridge.runtimeFile(file))(R);
      delete R.agent;
      const host = agent.bridge.frame(about.origin, about.features);
      R.media = () => host.media();
      R.discard = () => {
        if (R.closed) return;
        for (const it of R.frames ?? []) it.discard();
        R.document.readyState = "complete";
        R.clearTimers();
        R.closed = true;
        host.close();
      };
      R.navigateFrame = (next) => this.navigate(next);
      this.#proxy.show(R);
      const before = this.realm;
      this.realm = R;
      this.changed(R, before);
    }

    // Loads and shows what is at an address, in tasks of their own. A text is shown in its place.
    navigate(url, text = null, loaded = () => {}) {
      this.#entries.splice(this.#at + 1);
      const replaced = this.#initial;
      if (!replaced) this.#at++;
      this.#entries[this.#at] = url;
      this.#load(url, text, loaded);
    }
    // https://html.spec.whatwg.org/#traverse-the-history-by-a-delta; what was left is loaded again.
    traverse(delta) {
      const at = this.#at + delta;
      if (delta === 0 || !this.#entries[at]) return;
      this.#at = at;
      this.#load(this.#entries[at], null, () => {});
    }
    #load(url, text, loaded) {
      const { opener } = this;
      this.realm.queueTask(() => {
        const found = text === null && !url.startsWith("about:") ? opener.load(url) : null;
        this.#show(url, text ?? (found ? (found.ok ? found.text : "<!doctype html><title>Not found</title>") : ""),
          found?.header?.("permissions-policy") ?? "", loaded);
      });
    }
    #show(url, text, header, loaded) {
      const wanted = this.#about(url, header);
      const { about } = this.realm;
      const goesOn = this.#initial && wanted.origin === about.origin && wanted.secure === about.secure && String(wanted.features) === String(about.features);
      this.#initial = false;
      if (!goesOn) {
        agent.implementationOf(this.realm.global).fire("pagehide", { persisted: false }, "PageTransitionEvent");
        this.realm.discard();
        this.#make(url, header);
      }
      const R = this.realm;
      R.onLoaded = loaded;
      // A task of the document's: what its scripts' promises go on with belongs to it.
      R.queueTask(() => R.openPage(text, url));
    }

    close() { this.realm.discard(); }
  };
  agent.shared.features = features;
});
