"use strict";
// https://html.spec.whatwg.org/#the-iframe-element
(function (agent) {
  const { HTMLElement } = agent.implementations;
  const { features, Navigable } = agent.shared;

  // https://w3c.github.io/webappsec-permissions-policy/#algo-define-inherited-policy-in-container
  const allowedIn = (parent, element, origin) => {
    const allow = (element.getAttribute("allow") ?? "").split(";").map((it) => it.trim().split(/\s+/));
    return features.filter((feature) => {
      if (!parent.about.features.includes(feature)) return false;
      const declared = allow.find(([name]) => name === feature);
      if (!declared) return origin === parent.about.origin;
      const list = declared.slice(1).map((it) => it.replace(/^'(.*)'$/, "$1"));
      const src = agent.shared.parseUrl(element.src, parent.about.url)?.origin;
      return (list.length ? list : ["src"]).some((it) =>
        it === "*" || (it === "self" && origin === parent.about.origin) || (it === "src" && origin === src) || agent.shared.parseUrl(it)?.origin === origin);
    });
  };

  class HTMLIFrameElement extends HTMLElement {
    #navigable = null;
    #delaying = false;

    get src() { return this.realm.reflect(this, "src", ["url"]); }
    set src(value) { this.setAttribute("src", value); }
    get srcdoc() { return this.getAttribute("srcdoc") ?? ""; }
    set srcdoc(value) { this.setAttribute("srcdoc", value); }
    // Of the same document as long as its page is.
    get #opened() {
      if (!this.isConnected || !this.realm.isActive()) return null;
      return this.#navigable ??= new Navigable(this.realm, {
        element: this,
        allowed: (origin) => allowedIn(this.realm, this, origin),
        changed: (realm, before) => this.#listed(realm, before),
      });
    }
    get contentWindow() { return this.#opened?.window ?? null; }
    get contentDocument() { return this.#opened?.realm.about.origin === this.realm.about.origin ? this.#navigable.realm.document : null; }

    // https://html.spec.whatwg.org/#windowproxy-getownproperty
    #listed(realm, before) {
      const frames = this.realm.frames ??= [];
      const at = frames.indexOf(before);
      if (at >= 0) {
        frames[at] = realm;
        return;
      }
      const index = frames.push(realm) - 1;
      Object.defineProperty(this.realm.global, index, { get: () => frames[index]?.windowProxy, enumerable: true, configurable: true });
    }

    connected() { this.navigate(); }
    disconnected() {
      const navigable = this.#navigable;
      this.#navigable = null;
      if (navigable) {
        this.realm.frames.splice(this.realm.frames.indexOf(navigable.realm), 1);
        navigable.close();
      }
      this.#delaysLoad(false);
    }
    attributeChanged(name, before, value) {
      super.attributeChanged(name, before, value);
      if ((name === "src" || name === "srcdoc") && this.isConnected && !this.parsing) this.navigate();
    }
    // The load event of the document waits for the frame's, unless the frame is taken out before.
    #delaysLoad(delays) {
      if (this.#delaying === delays) return;
      this.#delaying = delays;
      this.document.delayLoad(delays);
    }

    navigate() {
      const { realm } = this;
      // A task of the parent's: what listens belongs to it, and what its promises go on with too.
      const loaded = () => realm.queueTask(() => {
        if (!this.isConnected) return;
        this.fire("load");
        this.#delaysLoad(false);
      });
      const navigable = this.#opened;
      if (!navigable) return;
      this.#delaysLoad(true);
      if (this.hasAttribute("srcdoc")) navigable.navigate("about:srcdoc", this.srcdoc, loaded);
      else if (this.src && this.src !== "about:blank") navigable.navigate(this.src, null, loaded);
      else if (navigable.length === 1) loaded();
      else navigable.navigate("about:blank", "", loaded);
    }
  }
  agent.shared.defineElement("HTMLIFrameElement", "iframe", HTMLIFrameElement);

  // https://w3c.github.io/webappsec-permissions-policy/#introspection
  agent.implement("PermissionsPolicy", class PermissionsPolicy extends agent.PlatformObject {
    allowsFeature(feature, origin = this.realm.about.origin) { return origin === this.realm.about.origin && this.realm.about.features.includes(feature); }
    features() { return features; }
    allowedFeatures() { return this.realm.about.features; }
    getAllowlistForFeature(feature) { return this.realm.about.features.includes(feature) ? [this.realm.about.origin] : []; }
  });
});
