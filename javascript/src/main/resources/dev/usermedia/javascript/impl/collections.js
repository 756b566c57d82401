"use strict";
// Live and static lists of the DOM: https://dom.spec.whatwg.org/#old-style-collections, #interface-domtokenlist
(function (agent) {
  class List extends agent.PlatformObject {
    #compute;
    // The function finds the items anew each time, which makes the list live.
    constructor(realm, compute) {
      super(realm);
      this.#compute = compute;
    }
    get items() { return this.#compute(); }
    get length() { return this.items.length; }
    item(index) { return this.items[index] ?? null; }
  }
  agent.implement("NodeList", class NodeList extends List {});
  agent.implement("HTMLCollection", class HTMLCollection extends List {
    namedItem(name) {
      return name === "" ? null : this.items.find((it) => it.getAttribute("id") === name || it.getAttribute("name") === name) ?? null;
    }
    supportedNames() { return this.items.flatMap((it) => [it.getAttribute("id"), it.getAttribute("name")]).filter((it) => it); }
  });

  agent.implement("DOMTokenList", class DOMTokenList extends agent.PlatformObject {
    constructor(realm, element, attribute) {
      super(realm);
      this.element = element;
      this.attribute = attribute;
    }
    get tokens() { return [...new Set((this.element.getAttribute(this.attribute) ?? "").split(/[\t\n\f\r ]+/).filter((it) => it))]; }
    set tokens(value) { this.element.setAttribute(this.attribute, value.join(" ")); }
    #check(token) {
      if (token === "") throw this.realm.domException("SyntaxError", "The token must not be empty.");
      if (/[\t\n\f\r ]/.test(token)) throw this.realm.domException("InvalidCharacterError", "The token must not contain white space.");
    }
    get length() { return this.tokens.length; }
    item(index) { return this.tokens[index] ?? null; }
    contains(token) { return this.tokens.includes(token); }
    add(...tokens) {
      tokens.forEach((it) => this.#check(it));
      this.tokens = [...new Set([...this.tokens, ...tokens])];
    }
    remove(...tokens) {
      tokens.forEach((it) => this.#check(it));
      this.tokens = this.tokens.filter((it) => !tokens.includes(it));
    }
    toggle(token, force) {
      this.#check(token);
      const add = force ?? !this.contains(token);
      if (add) this.add(token); else this.remove(token);
      return add;
    }
    replace(token, next) {
      [token, next].forEach((it) => this.#check(it));
      const before = this.tokens;
      if (!before.includes(token)) return false;
      this.tokens = [...new Set(before.map((it) => it === token ? next : it))];
      return true;
    }
    get value() { return this.element.getAttribute(this.attribute) ?? ""; }
    set value(value) { this.element.setAttribute(this.attribute, value); }
    toString() { return this.value; }
  });

  agent.implement("DOMStringMap", class DOMStringMap extends agent.PlatformObject {
    constructor(realm, element) {
      super(realm);
      this.element = element;
    }
    #attribute(name) { return "data-" + name.replace(/[A-Z]/g, (it) => "-" + it.toLowerCase()); }
    supportedNames() {
      return this.element.getAttributeNames().filter((it) => it.startsWith("data-"))
        .map((it) => it.slice(5).replace(/-([a-z])/g, (all, letter) => letter.toUpperCase()));
    }
    namedItem(name) { return this.element.getAttribute(this.#attribute(name)) ?? undefined; }
    setNamed(name, value) { this.element.setAttribute(this.#attribute(name), value); }
    deleteNamed(name) { this.element.removeAttribute(this.#attribute(name)); }
  });
});
