"use strict";
// https://html.spec.whatwg.org/#htmlelement and the elements that do nothing of their own here.
(function (agent) {
  const { Element } = agent.implementations;

  class HTMLElement extends Element {
    get innerText() { return this.textContent; }
    set innerText(value) { this.textContent = value; }
    get outerText() { return this.textContent; }
    set outerText(value) { this.replaceWith(value); }
    get hidden() { return this.hasAttribute("hidden"); }
    set hidden(value) { this.toggleAttribute("hidden", !!value); }
    get tabIndex() { return Number(this.getAttribute("tabindex") ?? -1); }
    set tabIndex(value) { this.setAttribute("tabindex", String(value)); }
    click() {
      if (this.hasAttribute("disabled")) return;
      this.fire("click", { bubbles: true, cancelable: true, composed: true }, "MouseEvent");
    }
    focus() { this.document.focused = this; }
    blur() { if (this.document.focused === this) this.document.focused = null; }
    get offsetWidth() { return this.clientWidth; }
    get offsetHeight() { return this.clientHeight; }
  }
  agent.implement("HTMLElement", HTMLElement);

  const byTag = agent.shared.elementsByTag = new Map();
  const define = (name, tags, C = class extends HTMLElement {}, fields) => {
    agent.implement(name, C, fields);
    for (const tag of tags.split(" ")) byTag.set(tag, C);
  };
  agent.shared.defineElement = define;
  define("HTMLHtmlElement", "html");
  define("HTMLHeadElement", "head");
  define("HTMLBodyElement", "body");
  define("HTMLTitleElement", "title", class extends HTMLElement {
    get text() { return this.textContent; }
    set text(value) { this.textContent = value; }
  });
  define("HTMLMetaElement", "meta");
  define("HTMLLinkElement", "link");
  define("HTMLStyleElement", "style");
  define("HTMLDivElement", "div");
  define("HTMLSpanElement", "span");
  define("HTMLParagraphElement", "p");
  define("HTMLPreElement", "pre");
  define("HTMLHeadingElement", "h1 h2 h3 h4 h5 h6");
  define("HTMLBRElement", "br");
  define("HTMLHRElement", "hr");
  define("HTMLUListElement", "ul");
  define("HTMLOListElement", "ol");
  define("HTMLLIElement", "li");
  define("HTMLTableElement", "table");
  define("HTMLTableSectionElement", "tbody thead tfoot");
  define("HTMLTableRowElement", "tr");
  define("HTMLTableCellElement", "td th");
  define("HTMLLabelElement", "label");
  define("HTMLFieldSetElement", "fieldset");
  define("HTMLFormElement", "form", class extends HTMLElement {
    submit() { throw this.realm.domException("NotSupportedError", "Forms are sent nowhere."); }
    reset() { this.fire("reset", { bubbles: true, cancelable: true }); }
    // https://html.spec.whatwg.org/#dom-form-elements
    #listed() { return this.descendants().filter((it) => ["button", "fieldset", "input", "output", "select", "textarea"].includes(it.localName) && it.type !== "image"); }
    get elements() { return this.ownElements ??= new agent.implementations.HTMLCollection(this.realm, () => this.#listed()); }
    get length() { return this.#listed().length; }
    item(index) { return this.elements.item(index); }
    namedItem(name) { return this.elements.namedItem(name); }
    supportedNames() { return this.elements.supportedNames(); }
  });
  define("HTMLSourceElement", "source");
  define("HTMLAnchorElement", "a", class extends HTMLElement {
    get text() { return this.textContent; }
    set text(value) { this.textContent = value; }
    get href() { return this.realm.reflect(this, "href", ["url"]); }
    set href(value) { this.setAttribute("href", value); }
    toString() { return this.href; }
    activate() { if (this.hasAttribute("download")) this.realm.download?.(this.href, this.getAttribute("download")); }
  });
  define("HTMLButtonElement", "button", class extends HTMLElement {
    get type() { return this.getAttribute("type") ?? "submit"; }
    set type(value) { this.setAttribute("type", value); }
    get value() { return this.getAttribute("value") ?? ""; }
    set value(value) { this.setAttribute("value", value); }
  });
  define("HTMLInputElement", "input", class extends HTMLElement {
    get type() { return this.getAttribute("type") ?? "text"; }
    set type(value) { this.setAttribute("type", value); }
    get value() { return this.ownValue ?? this.getAttribute("value") ?? (["checkbox", "radio"].includes(this.type) ? "on" : ""); }
    set value(value) { this.ownValue = value; }
    get valueAsNumber() { return this.value === "" ? NaN : Number(this.value); }
    set valueAsNumber(value) { this.ownValue = String(value); }
    get checked() { return this.ownChecked ?? this.hasAttribute("checked"); }
    set checked(value) { this.ownChecked = value; }
    beforeActivate() {
      if (!["checkbox", "radio"].includes(this.type)) return undefined;
      const before = this.checked;
      this.ownChecked = this.type === "radio" || !before;
      return () => { this.ownChecked = before; };
    }
    activate() {
      if (!["checkbox", "radio"].includes(this.type)) return;
      this.fire("input", { bubbles: true });
      this.fire("change", { bubbles: true });
    }
  });
  define("HTMLTextAreaElement", "textarea", class extends HTMLElement {
    get value() { return this.ownValue ?? this.textContent; }
    set value(value) { this.ownValue = value; }
  });
  define("HTMLOptionElement", "option", class extends HTMLElement {
    get value() { return this.getAttribute("value") ?? this.text; }
    set value(value) { this.setAttribute("value", value); }
    get text() { return this.textContent.trim(); }
    set text(value) { this.textContent = value; }
    get selected() { return this.ownSelected ?? this.hasAttribute("selected"); }
    set selected(value) {
      const select = this.closest("select");
      if (value && select) for (const it of select.list()) it.ownSelected = false;
      this.ownSelected = value;
    }
    get index() { return this.closest("select")?.list().indexOf(this) ?? 0; }
  });
  define("HTMLSelectElement", "select", class extends HTMLElement {
    list() { return this.descendants().filter((it) => it.localName === "option"); }
    get options() { return this.ownOptions ??= new agent.implementations.HTMLCollection(this.realm, () => this.list()); }
    get length() { return this.list().length; }
    // https://html.spec.whatwg.org/#dom-select-length
    set length(value) {
      const list = this.list();
      for (const it of list.slice(value)) it.remove();
      for (let i = list.length; i < Math.min(value, 100000); i++) this.appendChild(this.document.make("option"));
    }
    #chosen() { return this.list().find((it) => it.selected) ?? this.list()[0]; }
    get selectedIndex() {
      const chosen = this.#chosen();
      return chosen ? this.list().indexOf(chosen) : -1;
    }
    set selectedIndex(value) { this.list().forEach((it, i) => { it.ownSelected = i === value; }); }
    get selectedOptions() { return new agent.implementations.HTMLCollection(this.realm, () => this.list().filter((it) => it === this.#chosen())); }
    get value() { return this.#chosen()?.value ?? ""; }
    set value(value) { this.list().forEach((it) => { it.ownSelected = it.value === value; }); }
    add(option, before = null) { this.insertBefore(option, typeof before === "number" ? this.list()[before] ?? null : before); }
  });
  define("HTMLScriptElement", "script", class extends HTMLElement {
    get text() { return this.textContent; }
    set text(value) { this.textContent = value; }
    get src() { return this.realm.reflect(this, "src", ["url"]); }
    set src(value) { this.setAttribute("src", value); }
    // A script that a script inserted runs when it is in the document.
    connected() { if (!this.parserInserted) this.prepare(); }
    get kind() {
      const type = (this.getAttribute("type") ?? "").trim().toLowerCase();
      return type === "module" ? "module"
        : type === "" || /^(text|application)\/(java|ecma)script$/.test(type) ? "classic" : "data";
    }
    prepare() {
      const { realm } = this;
      if (this.started || this.kind === "data" || (!this.hasAttribute("src") && this.textContent === "")) return;
      this.started = true;
      if (!this.hasAttribute("src")) {
        this.execute(this.textContent, this.document.URL);
        return;
      }
      const run = () => {
        const found = realm.load(this.src);
        if (!found.ok) {
          agent.bridge.print("error", "Failed to load the script " + this.src);
          this.fire("error");
          return;
        }
        this.execute(found.text, this.src);
        this.fire("load");
      };
      if (this.parserInserted && !this.hasAttribute("async")) run();
      else realm.queueTask(run);
    }
    execute(text, url) {
      const { document } = this;
      const before = document.currentScript;
      document.currentScript = this;
      try {
        if (this.kind === "module") this.realm.runModule(text, url);
        else this.realm.runScript(text, url);
      } finally {
        document.currentScript = before;
      }
    }
  });
  agent.implement("HTMLUnknownElement", class extends HTMLElement {});
});
