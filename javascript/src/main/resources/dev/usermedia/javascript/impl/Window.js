"use strict";
// https://html.spec.whatwg.org/#the-window-object
(function (agent) {
  class Window extends agent.shared.GlobalScope {
    isWindow = true;
    get window() { return this.realm.global; }
    get frames() { return this.realm.global; }
    get parent() { return this.realm.parent?.global ?? this.realm.global; }
    get top() {
      let at = this.realm;
      while (at.parent) at = at.parent;
      return at.global;
    }
    get opener() { return null; }
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
    close() {}
    stop() {}
    focus() {}
    blur() {}
    open() { return null; }
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
      let { targetOrigin = "/", transfer = [] } = options;
      if (targetOrigin === "/") targetOrigin = source.about.origin;
      else if (targetOrigin !== "*") {
        targetOrigin = agent.shared.parseUrl(targetOrigin)?.origin;
        if (!targetOrigin) throw source.domException("SyntaxError", "Invalid target origin.");
      }
      const to = this.realm;
      const { value, transferred } = agent.shared.structuredClone(source, to, message, transfer ?? []);
      const ports = transferred.filter((it) => agent.implementationOf(it) instanceof agent.implementations.MessagePort);
      to.queueTask(() => {
        if (targetOrigin !== "*" && targetOrigin !== to.about.origin) return;
        this.fire("message", { data: value, origin: source.about.origin, source: source.global, ports: Object.freeze(to.outSequence(ports)) }, "MessageEvent");
      });
    }
  }
  agent.implement("Window", Window);
});
