"use strict";
// https://html.spec.whatwg.org/#the-iframe-element; each frame is a further global of the page's thread.
(function (agent) {
  const { HTMLElement } = agent.implementations;
  const features = ["camera", "microphone", "display-capture", "speaker-selection"];
  const files = ["runtime/convert.js", "runtime/scope.js", "runtime/console.js", "glue.js", "runtime/window.js"];

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

  const open = (element, url, header) => {
    const parent = element.realm;
    const blank = url === "about:blank" || url === "about:srcdoc" || url.startsWith("javascript:");
    const parsed = agent.shared.parseUrl(url);
    const origin = blank ? parent.about.origin : parsed.origin;
    const secure = parent.about.secure && (blank || parsed.protocol !== "http:");
    const allowed = allowedIn(parent, element, origin).filter((it) => !header.replaceAll(" ", "").includes(it + "=()"));
    const { global, evaluate } = agent.newGlobal();
    const about = { globalNames: ["Window"], secure, origin, url, features: allowed };
    const R = evaluate(agent.bridge.runtimeFile("runtime/realm.js"))(agent, global, about);
    R.parent = parent;
    R.frameElement = element;
    R.evaluate = (script, name, module) => {
      if (module) throw parent.domException("NotSupportedError", "Frames have no modules.");
      return evaluate(script + "\n//# sourceURL=" + name);
    };
    for (const file of files) evaluate(agent.bridge.runtimeFile(file))(R);
    const host = agent.bridge.frame(origin, allowed);
    R.media = () => host.media();
    R.discard = () => {
      if (R.closed) return;
      for (const it of R.frames ?? []) it.discard();
      R.document.readyState = "complete";
      R.clearTimers();
      R.closed = true;
      host.close();
    };
    R.navigateFrame = (next) => R.queueTask(() => element.navigate(next));
    const at = (parent.frames ??= []).push(R) - 1;
    // https://html.spec.whatwg.org/#windowproxy-getownproperty
    Object.defineProperty(parent.global, at, { get: () => parent.frames[at]?.global, enumerable: true, configurable: true });
    return R;
  };

  class HTMLIFrameElement extends HTMLElement {
    #frame = null;
    #delaying = false;

    get src() { return this.realm.reflect(this, "src", ["url"]); }
    set src(value) { this.setAttribute("src", value); }
    get srcdoc() { return this.getAttribute("srcdoc") ?? ""; }
    set srcdoc(value) { this.setAttribute("srcdoc", value); }
    // A frame whose page is still to come has an empty one, which is made only if somebody looks.
    #opened() { return this.#frame ??= this.isConnected && this.realm.isActive() ? open(this, "about:blank", "") : null; }
    get contentWindow() { return this.#opened()?.global ?? null; }
    get contentDocument() { return this.#opened()?.about.origin === this.realm.about.origin ? this.#frame.document : null; }

    connected() { this.navigate(); }
    disconnected() {
      this.#discard();
      this.#delaysLoad(false);
    }
    #discard() {
      if (!this.#frame) return;
      const frame = this.#frame;
      this.#frame = null;
      this.realm.frames.splice(this.realm.frames.indexOf(frame), 1);
      frame.discard();
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

    // What is loaded comes in a task of its own.
    navigate(url = this.hasAttribute("srcdoc") ? "about:srcdoc" : this.src || "about:blank") {
      const { realm } = this;
      const loaded = () => realm.queueTask(() => {
        if (!this.isConnected) return;
        this.fire("load");
        this.#delaysLoad(false);
      });
      const show = (address, text, header) => {
        this.#discard();
        const frame = this.#frame = open(this, address, header);
        if (text === null) {
          loaded();
          return;
        }
        // The event is a task of the parent's: what listens belongs to it, and what its promises go on with too.
        frame.onLoaded = loaded;
        // The scripts' is one of the frame's, for the same reason.
        frame.queueTask(() => frame.openPage(text, address));
      };
      this.#delaysLoad(true);
      if (url === "about:blank" && !this.#frame) {
        this.#opened();
        loaded();
        return;
      }
      realm.queueTask(() => {
        if (!this.isConnected) return;
        if (url === "about:srcdoc") show(url, this.srcdoc, "");
        else if (url === "about:blank") show(url, null, "");
        else {
          const found = realm.load(url);
          show(url, found.ok ? found.text : "<!doctype html><title>Not found</title>", found.header?.("permissions-policy") ?? "");
        }
      });
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
