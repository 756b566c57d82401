"use strict";
// https://dom.spec.whatwg.org/#interface-document, https://html.spec.whatwg.org/#the-document-object
(function (agent) {
  const { Node, Element, HTMLElement, HTMLUnknownElement, Text, Comment, DocumentFragment, DocumentType, HTMLCollection } = agent.implementations;
  const HTML = "http://www.w3.org/1999/xhtml";
  const known = new Set(("abbr address article aside b bdi bdo cite code dd dfn dt em figcaption figure footer header hgroup i kbd main mark nav noscript " +
    "rp rt ruby s samp section small strong sub summary sup u var wbr").split(" "));

  class Document extends Node {
    nodeType = 9;
    nodeName = "#document";
    readyState = "complete";
    currentScript = null;
    focused = null;

    constructor(realm) {
      super({ realm });
      this.ownerDocument = null;
    }
    get URL() { return this.realm.about.url; }
    get documentURI() { return this.URL; }
    get compatMode() { return "CSS1Compat"; }
    get characterSet() { return "UTF-8"; }
    get charset() { return "UTF-8"; }
    get inputEncoding() { return "UTF-8"; }
    get contentType() { return "text/html"; }
    get doctype() { return this.children_.find((it) => it.nodeType === 10) ?? null; }
    get documentElement() { return this.firstElementChild; }
    get head() { return this.documentElement?.children_.find((it) => it.localName === "head") ?? null; }
    get body() { return this.documentElement?.children_.find((it) => it.localName === "body") ?? null; }
    // https://html.spec.whatwg.org/#dom-document-body
    set body(value) {
      const before = this.body, root = this.documentElement;
      if (value?.localName !== "body" || !root) throw this.realm.domException("HierarchyRequestError", "The document has no place for such a body.");
      if (before === value) return;
      if (before) before.parentNode.replaceChild(value, before);
      else root.appendChild(value);
    }
    #titleElement() { return this.descendants().find((it) => it.localName === "title"); }
    get title() { return (this.#titleElement()?.textContent ?? "").trim().replace(/\s+/g, " "); }
    set title(value) {
      let element = this.#titleElement();
      if (!element) this.head?.appendChild(element = this.make("title"));
      if (element) element.textContent = value;
    }
    get defaultView() { return this.realm.document === this && this.realm.isActive() ? agent.implementationOf(this.realm.global) : null; }
    get location() { return this.defaultView?.location ?? null; }
    get domain() { return this.realm.host; }
    set domain(value) {}
    get referrer() { return ""; }
    get cookie() { return this.ownCookie ?? ""; }
    set cookie(value) { this.ownCookie = value.split(";")[0]; }
    get visibilityState() { return "visible"; }
    get hidden() { return false; }
    hasFocus() { return true; }
    get activeElement() { return this.focused ?? this.body; }
    get fullscreenElement() { return null; }
    get scripts() { return this.getElementsByTagName("script"); }
    get images() { return this.getElementsByTagName("img"); }
    get forms() { return this.getElementsByTagName("form"); }
    get implementation() { return this.ownImplementation ??= new agent.implementations.DOMImplementation(this.realm); }
    getElementById(id) { return id === "" ? null : this.descendants().find((it) => it.nodeType === 1 && it.attributes_.get("id") === id) ?? null; }
    getElementsByName(name) {
      const found = () => this.descendants().filter((it) => it.nodeType === 1 && it.getAttribute("name") === name);
      return new agent.implementations.NodeList(this.realm, found);
    }
    eventParent(event) { return event.type === "load" ? null : this.defaultView; }

    make(localName, namespace = HTML, prefix = null) {
      const C = namespace !== HTML ? Element
        : agent.shared.elementsByTag.get(localName) ?? (known.has(localName) || localName.includes("-") ? HTMLElement : HTMLUnknownElement);
      return new C(this, localName, namespace, prefix);
    }
    createElement(name) {
      if (!/^[A-Za-z_:][^\s/>\0]*$/.test(name)) throw this.realm.domException("InvalidCharacterError", "'" + name + "' is not a valid name.");
      return this.make(name.toLowerCase());
    }
    createElementNS(namespace, name) {
      const [, prefix, localName] = /^(?:([^:]*):)?(.*)$/.exec(name);
      return this.make(localName, namespace, prefix ?? null);
    }
    createDocumentFragment() { return new DocumentFragment(this); }
    createTextNode(data) { return new Text(this, data); }
    createComment(data) { return new Comment(this, data); }
    importNode(node, deep = false) {
      const copy = node.cloneNode(deep === true);
      copy.adopted(this);
      return copy;
    }
    adoptNode(node) {
      node.detach();
      node.adopted(this);
      return node;
    }
    createEvent(name) {
      const known = { event: "Event", events: "Event", htmlevents: "Event", customevent: "CustomEvent", mouseevent: "MouseEvent", mouseevents: "MouseEvent", uievent: "UIEvent", uievents: "UIEvent", messageevent: "MessageEvent" };
      const found = known[name.toLowerCase()];
      if (!found) throw this.realm.domException("NotSupportedError", "There is no event '" + name + "'.");
      const event = new agent.implementations[found](this.realm, "");
      event.initialized = false;
      return event;
    }
    copy() { throw this.realm.domException("NotSupportedError", "Documents are not cloned."); }
    write() { throw this.realm.domException("NotSupportedError", "document.write is not supported."); }

    // Nothing is laid out: everything is where one looks.
    elementsFromPoint() { return this.descendants().filter((it) => it.nodeType === 1); }
    elementFromPoint() { return this.body; }
    supportedNames() { return []; }
    get permissionsPolicy() { return this.ownPolicy ??= new agent.implementations.PermissionsPolicy(this.realm); }

    // ---- parsing ----

    // Builds what the parser found, calling back when an element is complete.
    build(parent, steps, completed) {
      const stack = [parent];
      for (const step of steps) {
        const top = stack.at(-1);
        switch (step[0]) {
          case "open": {
            const element = this.make(step[1], step[2]);
            for (let i = 3; i < step.length; i += 2) element.attributes_.set(step[i], step[i + 1]);
            if (element.localName === "script") element.parserInserted = true;
            top.appendChild(element);
            for (let i = 3; i < step.length; i += 2) element.attributeChanged(step[i], null, step[i + 1]);
            stack.push(element);
            break;
          }
          case "close": {
            stack.pop();
            completed(top);
            break;
          }
          case "text": top.appendChild(new Text(this, step[1])); break;
          case "comment": top.appendChild(new Comment(this, step[1])); break;
          default: top.appendChild(new DocumentType(this, step[1]));
        }
      }
    }
    parseFragment(text, context) {
      const fragment = new DocumentFragment(this);
      this.build(fragment, JSON.parse(agent.bridge.parseFragment(text, context)), (element) => { element.started = true; });
      return fragment;
    }
    // https://html.spec.whatwg.org/#the-end, without the network's delays
    parse(text) {
      const { realm } = this;
      const deferred = [];
      this.readyState = "loading";
      this.build(this, JSON.parse(agent.bridge.parseDocument(text)), (element) => {
        if (element.localName !== "script" || !realm.isActive()) return;
        const external = element.hasAttribute("src");
        if (element.kind === "module" || (external && element.hasAttribute("defer"))) deferred.push(element);
        else element.prepare();
      });
      const state = (value) => {
        this.readyState = value;
        this.fire("readystatechange");
      };
      state("interactive");
      for (const element of deferred) element.prepare();
      this.fire("DOMContentLoaded", { bubbles: true });
      const load = () => {
        if (this.delaying) {
          this.whenLoaded = load;
          return;
        }
        realm.queueTask(() => {
          state("complete");
          this.defaultView?.fire("load");
          this.defaultView?.fire("pageshow", { persisted: false }, "PageTransitionEvent");
          realm.onLoaded?.();
        });
      };
      realm.queueTask(load);
    }
    // Until as many calls with false as with true, the window's load event waits.
    delayLoad(more) {
      this.delaying = (this.delaying ?? 0) + (more ? 1 : -1);
      const { whenLoaded } = this;
      if (this.delaying || !whenLoaded) return;
      this.whenLoaded = undefined;
      whenLoaded();
    }
  }
  agent.implement("Document", Document, "readyState currentScript");
  agent.implement("DOMImplementation", class DOMImplementation extends agent.PlatformObject {
    hasFeature() { return true; }
    createHTMLDocument(title) {
      const document = new Document(this.realm);
      const html = document.make("html"), head = document.make("head"), body = document.make("body");
      document.append(new DocumentType(document, "html"), html);
      html.append(head, body);
      if (title !== undefined) document.title = title;
      return document;
    }
    createDocument() { return new Document(this.realm); }
  });
});
