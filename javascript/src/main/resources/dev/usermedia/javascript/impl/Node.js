"use strict";
// https://dom.spec.whatwg.org/#interface-node, with text, comments and fragments.
(function (agent) {
  const { EventTarget, NodeList, HTMLCollection } = agent.implementations;

  class Node extends EventTarget {
    parentNode = null;
    children_ = [];

    constructor(document) {
      super(document.realm);
      this.ownerDocument = document;
    }

    get nodeValue() { return null; }
    set nodeValue(value) {}
    get baseURI() { return this.document.URL; }
    get document() { return this.ownerDocument ?? this; }
    get isConnected() { return this.getRootNode() === this.document; }
    getRootNode() {
      let at = this;
      while (at.parentNode) at = at.parentNode;
      return at;
    }
    get parentElement() { return this.parentNode?.nodeType === 1 ? this.parentNode : null; }
    hasChildNodes() { return this.children_.length > 0; }
    get childNodes() { return this.ownChildNodes ??= new NodeList(this.realm, () => this.children_); }
    get firstChild() { return this.children_[0] ?? null; }
    get lastChild() { return this.children_.at(-1) ?? null; }
    #sibling(step) {
      const all = this.parentNode?.children_;
      return all?.[all.indexOf(this) + step] ?? null;
    }
    get previousSibling() { return this.#sibling(-1); }
    get nextSibling() { return this.#sibling(1); }
    get textContent() { return this.descendants().filter((it) => it.nodeType === 3).map((it) => it.data).join(""); }
    set textContent(value) { this.replaceChildren(...(value === null || value === "" ? [] : [value])); }
    eventParent(event) { return this.parentNode; }

    descendants() {
      const out = [];
      const visit = (node) => {
        for (const child of node.children_) {
          out.push(child);
          visit(child);
        }
      };
      visit(this);
      return out;
    }
    contains(other) {
      for (let at = other; at; at = at.parentNode) if (at === this) return true;
      return false;
    }
    compareDocumentPosition(other) {
      if (other === this) return 0;
      if (this.getRootNode() !== other.getRootNode()) return 1 | 32 | 4;
      if (this.contains(other)) return 16 | 4;
      if (other.contains(this)) return 8 | 2;
      const all = this.getRootNode().descendants();
      return all.indexOf(other) < all.indexOf(this) ? 2 : 4;
    }
    isSameNode(other) { return this === other; }
    normalize() {}

    // ---- mutation ----

    insertBefore(node, child) {
      const { realm } = this;
      if (node.contains(this)) throw realm.domException("HierarchyRequestError", "The new child contains the parent.");
      if (child && child.parentNode !== this) throw realm.domException("NotFoundError", "The node is not a child of this node.");
      if (![1, 9, 11].includes(this.nodeType) || node.nodeType === 9) {
        throw realm.domException("HierarchyRequestError", "The operation would yield an incorrect node tree.");
      }
      const nodes = node.nodeType === 11 ? [...node.children_] : [node];
      for (const it of nodes) it.detach();
      const at = child ? this.children_.indexOf(child) : this.children_.length;
      this.children_.splice(at, 0, ...nodes);
      for (const it of nodes) {
        it.parentNode = this;
        if (it.document !== this.document) it.adopted(this.document);
      }
      if (this.isConnected) for (const it of nodes) for (const each of [it, ...it.descendants()]) each.connected?.();
      return node;
    }
    adopted(document) {
      for (const it of [this, ...this.descendants()]) it.ownerDocument = document;
    }
    detach() {
      if (!this.parentNode) return;
      const wasConnected = this.isConnected;
      const all = this.parentNode.children_;
      all.splice(all.indexOf(this), 1);
      this.parentNode = null;
      if (wasConnected) for (const it of [this, ...this.descendants()]) it.disconnected?.();
    }
    appendChild(node) { return this.insertBefore(node, null); }
    removeChild(child) {
      if (child.parentNode !== this) throw this.realm.domException("NotFoundError", "The node is not a child of this node.");
      child.detach();
      return child;
    }
    replaceChild(node, child) {
      const next = child.nextSibling;
      this.removeChild(child);
      this.insertBefore(node, next === node ? node.nextSibling : next);
      return child;
    }
    cloneNode(deep = false) {
      const copy = this.copy();
      if (deep) for (const child of this.children_) copy.appendChild(child.cloneNode(true));
      return copy;
    }
    isEqualNode(other) { return other !== null && agent.shared.serialize?.(this) === agent.shared.serialize?.(other); }

    // ---- ParentNode and ChildNode ----

    #nodes(items) {
      const nodes = items.map((it) => typeof it === "string" ? this.document.createTextNode(it) : it);
      if (nodes.length === 1) return nodes[0];
      const fragment = this.document.createDocumentFragment();
      for (const it of nodes) fragment.appendChild(it);
      return fragment;
    }
    get children() { return this.ownChildren ??= new HTMLCollection(this.realm, () => this.elements_()); }
    elements_() { return this.children_.filter((it) => it.nodeType === 1); }
    get firstElementChild() { return this.elements_()[0] ?? null; }
    get lastElementChild() { return this.elements_().at(-1) ?? null; }
    get childElementCount() { return this.elements_().length; }
    append(...items) { this.appendChild(this.#nodes(items)); }
    prepend(...items) { this.insertBefore(this.#nodes(items), this.firstChild); }
    replaceChildren(...items) {
      const node = this.#nodes(items);
      for (const it of [...this.children_]) it.detach();
      this.appendChild(node);
    }
    querySelector(selectors) { return this.#select(selectors)[0] ?? null; }
    querySelectorAll(selectors) {
      const found = this.#select(selectors);
      return new NodeList(this.realm, () => found);
    }
    #select(selectors) {
      const matches = agent.shared.selector(this.realm, selectors);
      return this.descendants().filter((it) => it.nodeType === 1 && matches(it));
    }
    remove() { this.detach(); }
    #siblings(items, place) {
      if (this.parentNode) this.parentNode.insertBefore(this.#nodes(items), place());
    }
    before(...items) { this.#siblings(items, () => this); }
    after(...items) { this.#siblings(items, () => this.nextSibling); }
    replaceWith(...items) {
      const parent = this.parentNode;
      if (parent) parent.replaceChild(this.#nodes(items), this);
    }
    get previousElementSibling() { return this.#elementSibling(-1); }
    get nextElementSibling() { return this.#elementSibling(1); }
    #elementSibling(step) {
      const all = this.parentNode?.elements_() ?? [];
      return all[all.indexOf(this) + step] ?? null;
    }
    getElementsByTagName(name) {
      const wanted = name.toLowerCase();
      return new HTMLCollection(this.realm, () =>
        this.descendants().filter((it) => it.nodeType === 1 && (name === "*" || it.localName === (it.isHtml ? wanted : name))));
    }
    getElementsByTagNameNS(namespace, name) {
      return new HTMLCollection(this.realm, () => this.descendants().filter((it) =>
        it.nodeType === 1 && (namespace === "*" || it.namespaceURI === namespace) && (name === "*" || it.localName === name)));
    }
    getElementsByClassName(names) {
      const wanted = names.split(/\s+/).filter((it) => it);
      return new HTMLCollection(this.realm, () =>
        this.descendants().filter((it) => it.nodeType === 1 && wanted.length && wanted.every((name) => it.classList.contains(name))));
    }
  }
  agent.implement("Node", Node, "nodeType nodeName parentNode ownerDocument");

  class CharacterData extends Node {
    constructor(document, data = "") {
      super(document);
      this.data = data;
    }
    get nodeValue() { return this.data; }
    set nodeValue(value) { this.data = value ?? ""; }
    get textContent() { return this.data; }
    set textContent(value) { this.data = value ?? ""; }
    get length() { return this.data.length; }
    substringData(offset, count) { return this.data.slice(offset, offset + count); }
    appendData(data) { this.data += data; }
    insertData(offset, data) { this.replaceData(offset, 0, data); }
    deleteData(offset, count) { this.replaceData(offset, count, ""); }
    replaceData(offset, count, data) { this.data = this.data.slice(0, offset) + data + this.data.slice(offset + count); }
    copy() { return new this.constructor(this.document, this.data); }
  }
  agent.implement("CharacterData", CharacterData, "data");
  agent.implement("Text", class Text extends CharacterData {
    constructor(given, data) { super(given.document ?? given.documentNode, data); }
    nodeType = 3;
    nodeName = "#text";
    get wholeText() { return this.data; }
  });
  agent.implement("Comment", class Comment extends CharacterData {
    constructor(given, data) { super(given.document ?? given.documentNode, data); }
    nodeType = 8;
    nodeName = "#comment";
  });
  agent.implement("DocumentFragment", class DocumentFragment extends Node {
    constructor(given) { super(given.document ?? given.documentNode); }
    nodeType = 11;
    nodeName = "#document-fragment";
    getElementById(id) { return this.descendants().find((it) => it.nodeType === 1 && it.id === id) ?? null; }
    copy() { return new this.constructor(this.document); }
  });
  agent.implement("DocumentType", class DocumentType extends Node {
    nodeType = 10;
    constructor(document, name) {
      super(document);
      this.nodeName = this.name = name;
    }
    get publicId() { return ""; }
    get systemId() { return ""; }
    copy() { return new this.constructor(this.document, this.name); }
  }, "name");
});
