"use strict";
// https://html.spec.whatwg.org/#the-img-element. Picture files are not decoded: an image with an address is broken.
(function (agent) {
  agent.shared.defineElement("HTMLImageElement", "img", class HTMLImageElement extends agent.implementations.HTMLElement {
    #pending = 0;
    get naturalWidth() { return 0; }
    get naturalHeight() { return 0; }
    get width() { return Number(this.getAttribute("width")) || 0; }
    set width(value) { this.setAttribute("width", String(value)); }
    get height() { return Number(this.getAttribute("height")) || 0; }
    set height(value) { this.setAttribute("height", String(value)); }
    get complete() { return this.#pending === 0; }
    get isBroken() { return this.complete && !!this.getAttribute("src"); }
    get currentSrc() { return this.isBroken ? this.realm.reflect(this, "src", ["url"]) : ""; }
    attributeChanged(name, before, value) {
      super.attributeChanged(name, before, value);
      if (name !== "src" || !value) return;
      this.#pending++;
      this.realm.queueTask(() => {
        this.#pending--;
        if (this.getAttribute("src") === value) this.fire("error");
      });
    }
    decode() { throw this.realm.domException("EncodingError", "Picture files are not decoded."); }
  });
});
