"use strict";
// https://url.spec.whatwg.org/#api, for the schemes that hosts of scripts have; the bridge parses.
(function (agent) {
  const special = { __proto__: null, "http:": "80", "https:": "443", "ws:": "80", "wss:": "443", "ftp:": "21", "file:": "" };
  const parse = (text, base) => {
    const input = text.trim().replace(/[\t\n\r]/g, "");
    const absolute = /^([A-Za-z][A-Za-z0-9+.-]*:)(.*)$/s.exec(input);
    if (!absolute || (base && special[base.protocol] !== undefined && absolute[1].toLowerCase() === base.protocol && !absolute[2].startsWith("/"))) {
      return base ? relative(absolute ? absolute[2] : input, base) : null;
    }
    const protocol = absolute[1].toLowerCase();
    if (special[protocol] === undefined) {
      const [, path, search = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(absolute[2]);
      return { protocol, username: "", password: "", hostname: "", port: "", pathname: path, search, hash, opaque: true };
    }
    const rest = absolute[2].replaceAll("\\", "/").replace(/^\/*/, "");
    const [, authority, path = "", search = "", hash = ""] = /^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(protocol === "file:" ? "/" + rest : rest);
    const [, user = "", password = "", hostname, port = ""] = /^(?:([^:@]*)(?::([^@]*))?@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority) ?? [];
    if (hostname === undefined || (hostname === "" && protocol !== "file:") || /[\s<>^|%#]/.test(hostname) || +port > 65535) return null;
    return finish({ protocol, username: user, password, hostname: hostname.toLowerCase(), port: port && +port !== +special[protocol] ? String(+port) : "", pathname: path, search, hash });
  };
  const relative = (input, base) => {
    const [, path, search, hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(input);
    if (base.opaque) return path === "" && search === undefined && hash ? { ...base, hash } : null;
    const text = path.replaceAll("\\", "/");
    if (text.startsWith("//")) return parse(base.protocol + input, null);
    if (text === "") return finish({ ...base, search: search ?? base.search, hash });
    return finish({ ...base, pathname: text.startsWith("/") ? text : base.pathname.replace(/[^/]*$/, "") + text, search: search ?? "", hash });
  };
  const encode = (text, keep) => text.replace(keep, (it) => encodeURIComponent(it).replace(/'/g, "%27").replace(/^(["<>`{}])$/, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase()));
  const finish = (url) => {
    const out = [];
    const segments = url.pathname.split("/").slice(1);
    segments.forEach((segment, i) => {
      const last = i === segments.length - 1;
      if (segment === ".." || segment.toLowerCase() === "%2e%2e") {
        out.pop();
        if (last) out.push("");
      } else if (segment === "." || segment.toLowerCase() === "%2e") {
        if (last) out.push("");
      } else out.push(segment);
    });
    url.pathname = "/" + encode(out.join("/"), /[^\x21-\x7e]|["<>`{}^]/gu);
    url.search = url.search === "?" ? "" : encode(url.search, /[^\x21-\x7e]|["<>']/gu);
    url.hash = url.hash === "#" ? "" : encode(url.hash, /[^\x21-\x7e]|["<>`]/gu);
    return url;
  };

  class UrlRecord {
    constructor(fields) { Object.assign(this, fields); }
    get host() { return this.hostname + (this.port ? ":" + this.port : ""); }
    get origin() { return this.protocol === "blob:" ? parseUrl(this.pathname)?.origin ?? "null" : this.opaque || this.protocol === "file:" ? "null" : this.protocol + "//" + this.host; }
    get href() {
      if (this.opaque) return this.protocol + this.pathname + this.search + this.hash;
      const user = this.username || this.password ? this.username + (this.password ? ":" + this.password : "") + "@" : "";
      return this.protocol + "//" + user + this.host + this.pathname + this.search + this.hash;
    }
  }
  const parseUrl = agent.shared.parseUrl = (text, base) => {
    const against = base === undefined || base === null ? null : typeof base === "string" ? parseUrl(base) : base;
    if (base && !against) return null;
    const fields = parse(text, against);
    return fields && new UrlRecord(fields);
  };

  class URL extends agent.PlatformObject {
    constructor(realm, url, base) {
      super(realm);
      this.record = parseUrl(url, base);
      if (!this.record) throw new realm.TypeError("Failed to construct 'URL': Invalid URL");
    }
    static parse(url, base) { return parseUrl(url, base) ? new agent.implementations.URL(this.realm, url, base) : null; }
    static canParse(url, base) { return !!parseUrl(url, base); }
    // https://w3c.github.io/FileAPI/#creating-revoking
    static createObjectURL(blob) { return agent.shared.createObjectUrl(this.realm, blob); }
    static revokeObjectURL(url) { agent.shared.objectUrls.delete(url); }
    get href() { return this.record.href; }
    set href(value) {
      const record = parseUrl(value);
      if (!record) throw new this.realm.TypeError("Invalid URL");
      this.record = record;
      this.ownParams?.update(record.search);
    }
    get origin() { return this.record.origin; }
    get searchParams() { return this.ownParams ??= new agent.implementations.URLSearchParams(this.realm, this.record.search, this); }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  for (const part of ["protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"]) {
    Object.defineProperty(URL.prototype, part, {
      get() { return this.record[part]; },
      set(value) {
        const next = new UrlRecord(this.record);
        if (part === "host") [next.hostname, next.port = ""] = value.split(":");
        else if (part === "protocol") next.protocol = value.replace(/:?$/, ":");
        else next[part] = part === "search" && value ? "?" + value.replace(/^\?/, "") : part === "hash" && value ? "#" + value.replace(/^#/, "") : value;
        const parsed = parseUrl(next.href);
        if (parsed) this.record = parsed;
        if (part === "search") this.ownParams?.update(this.record.search);
      },
      configurable: true,
    });
  }
  agent.implement("URL", URL);

  const decode = (text) => {
    try { return decodeURIComponent(text.replaceAll("+", " ")); } catch { return text; }
  };
  const form = (text) => encodeURIComponent(text).replace(/[!'()~]/g, (it) => "%" + it.charCodeAt(0).toString(16).toUpperCase()).replaceAll("%20", "+");
  agent.implement("URLSearchParams", class URLSearchParams extends agent.PlatformObject {
    list = [];
    constructor(realm, init = "", url = null) {
      super(realm);
      this.url = url;
      if (typeof init === "string") this.update(init);
      else if (Array.isArray(init)) {
        for (const pair of init) {
          if (pair.length !== 2) throw new realm.TypeError("Failed to construct 'URLSearchParams': Sequence initializer must only contain pair elements");
          this.list.push([pair[0], pair[1]]);
        }
      } else this.list = Object.entries(init);
    }
    update(search) {
      this.list = search.replace(/^\?/, "").split("&").filter((it) => it).map((it) => {
        const [, name, value = ""] = /^([^=]*)(?:=(.*))?$/s.exec(it);
        return [decode(name), decode(value)];
      });
    }
    #changed() {
      if (!this.url) return;
      const text = this.toString();
      this.url.record.search = text ? "?" + text : "";
    }
    get size() { return this.list.length; }
    append(name, value) {
      this.list.push([name, value]);
      this.#changed();
    }
    delete(name, value) {
      this.list = this.list.filter(([key, it]) => key !== name || (value !== undefined && it !== value));
      this.#changed();
    }
    get(name) { return this.list.find(([key]) => key === name)?.[1] ?? null; }
    getAll(name) { return this.list.filter(([key]) => key === name).map(([, value]) => value); }
    has(name, value) { return this.list.some(([key, it]) => key === name && (value === undefined || it === value)); }
    set(name, value) {
      const at = this.list.findIndex(([key]) => key === name);
      if (at < 0) this.list.push([name, value]);
      else {
        this.list[at] = [name, value];
        this.list = this.list.filter(([key], i) => key !== name || i === at);
      }
      this.#changed();
    }
    sort() {
      this.list.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
      this.#changed();
    }
    pairs() { return this.list; }
    toString() { return this.list.map(([name, value]) => form(name) + "=" + form(value)).join("&"); }
  });

  agent.setups.push((R) => {
    R.resolveUrl = (text) => parseUrl(text, R.about.url === "about:blank" ? undefined : R.about.url)?.href ?? null;
    R.host = parseUrl(R.about.url)?.hostname ?? "";
  });
});
