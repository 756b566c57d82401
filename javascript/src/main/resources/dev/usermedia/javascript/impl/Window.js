"use strict";
// https://html.spec.whatwg.org/#the-window-object
(function (agent) {
  class Window extends agent.shared.GlobalScope {
    isWindow = true;
    get window() { return this.realm.global; }
    get frames() { return this.realm.global; }
    get parent() { return (this.realm.parent ?? this.realm).windowProxy; }
    get top() {
      let at = this.realm;
      while (at.parent) at = at.parent;
      return at.windowProxy;
    }
    get opener() { return this.realm.parent ? null : this.realm.navigable?.opener.windowProxy ?? null; }
    set opener(value) {}
    get document() { return this.realm.document; }
    get location() { return this.ownLocation ??= new agent.implementations.Location(this.realm); }
    get history() { return this.ownHistory ??= new agent.implementations.History(this.realm); }
    get navigator() { return this.ownNavigator ??= new agent.implementations.Navigator(this.realm); }
    get clientInformation() { return this.navigator; }
    get name() { return this.ownName ?? ""; }
    set name(value) { this.ownName = value; }
    get status() { return ""; }
    set status(value) {}
    get closed() { return this.realm.closed; }
    get length() { return this.realm.frames?.length ?? 0; }
    get frameElement() { return this.realm.frameElement ?? null; }
    close() { if (!this.realm.parent) this.realm.navigable?.close(); }
    stop() {}
    focus() {}
    blur() {}
    // https://html.spec.whatwg.org/#dom-open-dev; nothing is shown of a window.
    open(url = "") {
      const { realm } = this;
      const address = url === "" ? "" : realm.resolveUrl(url);
      if (address === null) throw realm.domException("SyntaxError", "'" + url + "' is not a URL.");
      const navigable = new agent.shared.Navigable(realm, {});
      (realm.windows ??= []).push(navigable);
      if (address && address !== "about:blank") navigable.navigate(address);
      return navigable.window;
    }
    alert(message = "") { agent.bridge.print("warn", "alert: " + message); }
    confirm(message) {
      agent.bridge.print("warn", "confirm: " + message);
      return false;
    }
    prompt(message) {
      agent.bridge.print("warn", "prompt: " + message);
      return null;
    }
    print() {}

    // https://html.spec.whatwg.org/#dom-window-postmessage
    postMessage(message, second, third) {
      const source = agent.current ?? this.realm;
      const options = typeof second === "string" ? { targetOrigin: second, transfer: third } : second ?? {};
      let { targetOrigin = "/", transfer = [], delegate } = options;
      if (targetOrigin === "/") targetOrigin = source.about.origin;
      else if (targetOrigin !== "*") {
        targetOrigin = agent.shared.parseUrl(targetOrigin)?.origin;
        if (!targetOrigin) throw source.domException("SyntaxError", "Invalid target origin.");
      }
      if (delegate !== undefined) this.#checkDelegation(source, delegate, targetOrigin);
      const to = this.realm;
      const { value, transferred } = agent.shared.structuredClone(source, to, message, transfer ?? []);
      const ports = transferred.filter((it) => agent.implementationOf(it) instanceof agent.implementations.MessagePort);
      to.queueTask(() => {
        if (targetOrigin !== "*" && targetOrigin !== to.about.origin) return;
        if (delegate !== undefined) to.delegate(delegate);
        this.fire("message", { data: value, origin: source.about.origin, source: source.windowProxy, ports: Object.freeze(to.outSequence(ports)) }, "MessageEvent");
      });
    }

    // https://wicg.github.io/capability-delegation/spec.html#monkey-patch-to-html-initiating-delegation
    #checkDelegation(source, feature, targetOrigin) {
      const refuse = (name, what) => { throw source.domException(name, what); };
      if (feature !== "display-capture") refuse("NotSupportedError", "'" + feature + "' cannot be delegated.");
      if (targetOrigin === "*") refuse("NotAllowedError", "It is not said whom '" + feature + "' is delegated to.");
      if (!source.hasTransientActivation()) refuse("NotAllowedError", "There was no click or key that could be delegated.");
      source.consumeActivation();
    }
  }
  agent.implement("Window", Window);
});
