"use strict";
// Makes a global a window with an empty document, once the interfaces are there.
(function (R) {
  const { agent, global, about } = R;
  const { implementations } = agent;
  // https://html.spec.whatwg.org/#transient-activation
  R.activatedAt = -Infinity;
  const now = () => agent.bridge.now() / 1000;
  const isRecent = (time) => now() < time + 5000;
  const descendants = (realm) => (realm.frames ?? []).flatMap((it) => [it, ...descendants(it)]);
  R.hasTransientActivation = () => isRecent(R.activatedAt);
  // The window that was used, those around it and those of its origin within it; whether a script says that it is its own.
  R.activate = (ofScript) => {
    const used = ofScript && agent.current || R;
    const all = descendants(used).filter((it) => it.about.origin === used.about.origin);
    for (let at = used; at; at = at.parent) all.push(at);
    for (const it of all) it.activatedAt = now();
  };
  R.consumeActivation = () => {
    let top = R;
    while (top.parent) top = top.parent;
    for (const it of [top, ...descendants(top)]) if (it.activatedAt > -Infinity) it.activatedAt = -1e308;
  };
  // https://wicg.github.io/capability-delegation/spec.html
  const delegated = new Map();
  R.delegate = (feature) => { delegated.set(feature, now()); };
  // Takes the activation, or what another window delegated of it.
  R.useActivation = (feature) => {
    const own = R.hasTransientActivation();
    if (!own && !isRecent(delegated.get(feature) ?? -Infinity)) {
      throw R.domException("InvalidStateError", "A person must have asked for it: there was no click or key.");
    }
    if (own) R.consumeActivation();
    delegated.delete(feature);
  };
  R.expose = (name) => {
    Object.defineProperty(global, name, { value: (...texts) => agent.bridge.call(name, texts.map(String)), writable: true, enumerable: false, configurable: true });
  };
  for (const setup of agent.setups) setup(R);
  R.finish();
  if (about.legacy) R.addLegacyNames();
  const window = new implementations.Window(R);
  agent.tie(global, window);
  R.windowProxy ??= global;

  // https://html.spec.whatwg.org/#named-access-on-the-window-object
  const { Window, EventTarget } = R.interfaces;
  const named = (key) => typeof key === "string" && R.document && key !== "" ? R.document.getElementById(key) ?? undefined : undefined;
  Object.setPrototypeOf(Window.C.prototype, new Proxy(Object.create(EventTarget.C.prototype, {
    [Symbol.toStringTag]: { value: "WindowProperties", configurable: true },
  }), {
    get(target, key, receiver) {
      if (key in target) return Reflect.get(target, key, receiver);
      return R.out(named(key));
    },
    has: (target, key) => key in target || named(key) !== undefined,
  }));

  // ---- what no interface of the IDL at hand has ----

  const style = (o) => o.ownStyle ??= (() => {
    const values = new R.Object();
    const property = (key) => key.replace(/[A-Z]/g, (it) => "-" + it.toLowerCase());
    Object.defineProperties(values, {
      setProperty: { value: (name, value) => { values[name] = String(value); }, configurable: true },
      getPropertyValue: { value: (name) => values[property(name)] ?? values[name] ?? "", configurable: true },
      removeProperty: { value: (name) => { delete values[name]; }, configurable: true },
      cssText: { get: () => Object.entries(values).map(([name, value]) => property(name) + ": " + value + ";").join(" "),
        set: (text) => { for (const part of text.split(";")) { const [name, value] = part.split(":"); if (value) values[name.trim()] = value.trim(); } }, configurable: true },
    });
    return values;
  })();
  if (R.interfaces.HTMLElement) {
    Object.defineProperty(R.interfaces.HTMLElement.C.prototype, "style", {
      get() { return style(R.self(this, "HTMLElement", "style")); },
      set(value) { style(R.self(this, "HTMLElement", "style")).cssText = String(value); },
      enumerable: true, configurable: true,
    });
  }
  // The name that browsers still have for the policy of a document.
  Object.defineProperty(R.interfaces.Document.C.prototype, "featurePolicy", {
    get() { return R.out(R.self(this, "Document", "featurePolicy").permissionsPolicy); },
    enumerable: true, configurable: true,
  });
  const frame = 1000 / 60;
  R.install({
    getComputedStyle(element) {
      const o = agent.implementationOf(element);
      if (!(o instanceof implementations.Element)) throw new TypeError("Failed to execute 'getComputedStyle': parameter 1 is not of type 'Element'.");
      return style(o);
    },
    requestAnimationFrame(callback) {
      if (typeof callback !== "function") throw new TypeError("Failed to execute 'requestAnimationFrame': parameter 1 is not of type 'Function'.");
      return R.setTimer(frame, () => callback(R.now()));
    },
    cancelAnimationFrame(id) { R.clearTimer(id | 0); },
    requestIdleCallback(callback) {
      if (typeof callback !== "function") throw new TypeError("Failed to execute 'requestIdleCallback': parameter 1 is not of type 'Function'.");
      return R.setTimer(1, () => callback({ didTimeout: false, timeRemaining: () => 0 }));
    },
    cancelIdleCallback(id) { R.clearTimer(id | 0); },
    matchMedia: (query) => ({ matches: false, media: String(query), addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }),
  });
  for (const [name, value] of Object.entries({ innerWidth: 800, innerHeight: 600, outerWidth: 800, outerHeight: 600, devicePixelRatio: 1, screenX: 0, screenY: 0, scrollX: 0, scrollY: 0 })) {
    Object.defineProperty(global, name, { value, writable: true, enumerable: true, configurable: true });
  }
  const legacyFactory = (name, tag, set) => {
    const factory = { [name]: function (...args) {
      if (!new.target) throw new TypeError("Please use the 'new' operator.");
      const element = R.document.make(tag);
      set(element, args);
      return R.wrap(element);
    } }[name];
    if (!R.interfaces[tag === "img" ? "HTMLImageElement" : tag === "audio" ? "HTMLAudioElement" : "HTMLOptionElement"]) return;
    factory.prototype = R.interfaces[tag === "img" ? "HTMLImageElement" : tag === "audio" ? "HTMLAudioElement" : "HTMLOptionElement"].C.prototype;
    Object.defineProperty(global, name, { value: factory, writable: true, enumerable: false, configurable: true });
  };
  legacyFactory("Audio", "audio", (element, [src]) => {
    element.setAttribute("preload", "auto");
    if (src !== undefined) element.setAttribute("src", String(src));
  });
  legacyFactory("Image", "img", (element, [width, height]) => {
    if (width !== undefined) element.setAttribute("width", String(width));
    if (height !== undefined) element.setAttribute("height", String(height));
  });
  legacyFactory("Option", "option", (element, [text, value]) => {
    if (text !== undefined) element.textContent = String(text);
    if (value !== undefined) element.setAttribute("value", String(value));
  });

  // ---- scripts and pages ----

  const attempt = (steps) => {
    const before = agent.current;
    agent.current = R;
    try {
      return steps();
    } catch (error) {
      R.report(error);
      return undefined;
    } finally {
      if (before) agent.current = before;
    }
  };
  R.evaluate ??= (text, url) => agent.bridge.evaluate(text, url, false);
  R.runScript = (text, url) => { attempt(() => R.evaluate(text, url)); };
  R.runModule = (text, url) => { attempt(() => agent.bridge.evaluate(text, url, true)); };
  R.handlerFromText = (type, text) => attempt(() =>
    R.evaluate("(function on" + type + "(event) {\n" + text + "\n})", about.url)) ?? null;

  // As a person would click: https://html.spec.whatwg.org/#dom-click with a user's activation.
  R.click = (selector) => {
    const element = R.document.querySelector(selector);
    if (!element) throw R.domException("NotFoundError", "There is no element " + selector + " to click.");
    R.activate();
    element.click();
  };

  R.newDocument = () => {
    R.document = new implementations.Document(R);
    R.document.build(R.document, [["open", "html", "http://www.w3.org/1999/xhtml"], ["open", "head", "http://www.w3.org/1999/xhtml"], ["close"],
      ["open", "body", "http://www.w3.org/1999/xhtml"], ["close"], ["close"]], () => {});
  };
  R.openPage = (text, url) => {
    about.url = url;
    R.document = new implementations.Document(R);
    R.document.parse(text);
  };
  R.navigate = (url) => {
    const hash = url.indexOf("#");
    if (hash >= 0 && url.slice(0, hash) === about.url.replace(/#.*/, "")) {
      about.url = url;
      R.queueTask(() => window.fire("hashchange"));
      return;
    }
    if (R.navigateFrame) R.navigateFrame(url);
    else throw R.domException("NotSupportedError", "The page of a context is not replaced by another.");
  };
  R.newDocument();
});
