"use strict";
// https://dom.spec.whatwg.org/#interface-element
(function (agent) {
  const { Node, DOMTokenList, DOMStringMap } = agent.implementations;
  const HTML = "http://www.w3.org/1999/xhtml";

  class Element extends Node {
    nodeType = 1;
    attributes_ = new Map();

    constructor(document, localName, namespace = HTML, prefix = null) {
      super(document);
      this.localName = localName;
      this.namespaceURI = namespace;
      this.prefix = prefix;
    }
    get isHtml() { return this.namespaceURI === HTML; }
    get tagName() {
      const name = (this.prefix ? this.prefix + ":" : "") + this.localName;
      return this.isHtml ? name.toUpperCase() : name;
    }
    get nodeName() { return this.tagName; }

    #name(name) { return this.isHtml ? name.toLowerCase() : name; }
    hasAttributes() { return this.attributes_.size > 0; }
    getAttributeNames() { return [...this.attributes_.keys()]; }
    getAttribute(name) { return this.attributes_.get(this.#name(name)) ?? null; }
    getAttributeNS(namespace, name) { return this.attributes_.get(name) ?? null; }
    hasAttribute(name) { return this.attributes_.has(this.#name(name)); }
    hasAttributeNS(namespace, name) { return this.attributes_.has(name); }
    setAttribute(name, value) {
      if (!/^[^\s=/>\0]+$/.test(name)) throw this.realm.domException("InvalidCharacterError", "'" + name + "' is not a valid attribute name.");
      this.#set(this.#name(name), String(value));
    }
    setAttributeNS(namespace, name, value) { this.#set(name.replace(/^.*:/, ""), String(value)); }
    #set(name, value) {
      const before = this.attributes_.get(name) ?? null;
      this.attributes_.set(name, value);
      this.attributeChanged(name, before, value);
    }
    removeAttribute(name) {
      const key = this.#name(name);
      const before = this.attributes_.get(key);
      if (before === undefined) return;
      this.attributes_.delete(key);
      this.attributeChanged(key, before, null);
    }
    removeAttributeNS(namespace, name) { this.removeAttribute(name); }
    toggleAttribute(name, force) {
      const add = force ?? !this.hasAttribute(name);
      if (!add) this.removeAttribute(name);
      else if (!this.hasAttribute(name)) this.setAttribute(name, "");
      return add;
    }
    // For subclasses.
    attributeChanged(name, before, value) {
      if (name.startsWith("on") && this.isHtml && !this.realm.inert) {
        const type = name.slice(2);
        if (value === null) this.setHandler(type, null);
        else this.setHandler(type, this.realm.handlerFromText(type, value));
      }
    }

    get id() { return this.getAttribute("id") ?? ""; }
    set id(value) { this.setAttribute("id", value); }
    get className() { return this.getAttribute("class") ?? ""; }
    set className(value) { this.setAttribute("class", value); }
    get slot() { return this.getAttribute("slot") ?? ""; }
    set slot(value) { this.setAttribute("slot", value); }
    get classList() { return this.ownClassList ??= new DOMTokenList(this.realm, this, "class"); }
    get dataset() { return this.ownDataset ??= new DOMStringMap(this.realm, this); }
    matches(selectors) { return agent.shared.selector(this.realm, selectors)(this); }
    closest(selectors) {
      const matches = agent.shared.selector(this.realm, selectors);
      for (let at = this; at?.nodeType === 1; at = at.parentNode) if (matches(at)) return at;
      return null;
    }
    get innerHTML() { return this.children_.map(agent.shared.serialize).join(""); }
    set innerHTML(value) {
      const fragment = this.document.parseFragment(String(value), this.localName);
      this.replaceChildren(fragment);
    }
    get outerHTML() { return agent.shared.serialize(this); }
    set outerHTML(value) { this.replaceWith(this.document.parseFragment(String(value), this.parentElement?.localName ?? "body")); }
    insertAdjacentHTML(where, text) { this.#adjacent(where, this.document.parseFragment(text, this.localName)); }
    insertAdjacentElement(where, element) {
      this.#adjacent(where, element);
      return element;
    }
    insertAdjacentText(where, text) { this.#adjacent(where, this.document.createTextNode(text)); }
    #adjacent(where, node) {
      switch (where.toLowerCase()) {
        case "beforebegin": this.before(node); break;
        case "afterbegin": this.prepend(node); break;
        case "beforeend": this.append(node); break;
        case "afterend": this.after(node); break;
        default: throw this.realm.domException("SyntaxError", "'" + where + "' is no place.");
      }
    }
    copy() {
      const copy = this.document.make(this.localName, this.namespaceURI, this.prefix);
      for (const [name, value] of this.attributes_) copy.setAttributeNS(null, name, value);
      return copy;
    }
    scrollIntoView() {}
    requestFullscreen() { throw new this.realm.TypeError("There is no screen to fill."); }
    // Nothing is laid out: an element has the size that its attributes say, at the origin.
    getBoundingClientRect() {
      const width = +(this.getAttribute("width") ?? 0) || 0, height = +(this.getAttribute("height") ?? 0) || 0;
      return new agent.implementations.DOMRectReadOnly(this.realm, 0, 0, width, height);
    }
    getClientRects() { return this.realm.outSequence([this.getBoundingClientRect()]); }
    get clientWidth() { return this.getBoundingClientRect().width; }
    get clientHeight() { return this.getBoundingClientRect().height; }
  }
  agent.implement("Element", Element, "localName namespaceURI prefix");

  const escape = (text, quote) => text.replace(/[&<>"]/g, (it) => it === "&" ? "&amp;" : it === "<" ? "&lt;" : it === ">" ? "&gt;" : quote ? "&quot;" : it);
  const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
  agent.shared.serialize = (node) => {
    switch (node.nodeType) {
      case 3: return ["script", "style"].includes(node.parentNode?.localName) ? node.data : escape(node.data, false);
      case 8: return "<!--" + node.data + "-->";
      case 10: return "<!DOCTYPE " + node.name + ">";
      case 1: {
        const attributes = [...node.attributes_].map(([name, value]) => " " + name + '="' + escape(value, true) + '"').join("");
        const open = "<" + node.localName + attributes + ">";
        return empty.has(node.localName) ? open : open + node.children_.map(agent.shared.serialize).join("") + "</" + node.localName + ">";
      }
      default: return node.children_.map(agent.shared.serialize).join("");
    }
  };

  // https://html.spec.whatwg.org/#reflecting-content-attributes-in-idl-attributes
  agent.setups.push((R) => {
    R.reflect = (o, attribute, [kind], property) => {
      const value = o.getAttribute(attribute);
      switch (kind) {
        case "boolean": return value !== null;
        case "long": case "unsigned long": case "double": return Number(value) || 0;
        case "url": return value === null ? "" : R.resolveUrl(value) ?? value;
        case "interface": return o["reflected_" + attribute] ??= new DOMTokenList(R, o, attribute);
        case "nullable": return value;
        default: return value ?? "";
      }
    };
    R.setReflected = (o, attribute, [kind], value) => {
      if (kind === "boolean") o.toggleAttribute(attribute, value);
      else if (value === null) o.removeAttribute(attribute);
      else o.setAttribute(attribute, String(value));
    };
  });
});
