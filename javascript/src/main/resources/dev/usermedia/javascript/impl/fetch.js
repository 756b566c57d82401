"use strict";
// https://fetch.spec.whatwg.org/#fetch-api, as far as reading what the host of the page has needs it.
(function (agent) {
  const { Blob } = agent.implementations;
  class Headers extends agent.PlatformObject {
    list = new Map();
    constructor(realm, init) {
      super(realm);
      const pairs = init instanceof Headers ? [...init.list] : Array.isArray(init) ? init : Object.entries(init ?? {});
      for (const pair of pairs) {
        if (pair.length !== 2) throw new realm.TypeError("Failed to construct 'Headers': each header is a name and a value.");
        this.append(pair[0], pair[1]);
      }
    }
    append(name, value) {
      const key = name.toLowerCase();
      this.list.set(key, this.list.has(key) ? this.list.get(key) + ", " + value : value.trim());
    }
    delete(name) { this.list.delete(name.toLowerCase()); }
    get(name) { return this.list.get(name.toLowerCase()) ?? null; }
    getSetCookie() { return []; }
    has(name) { return this.list.has(name.toLowerCase()); }
    set(name, value) { this.list.set(name.toLowerCase(), value.trim()); }
    pairs() { return [...this.list].sort(([a], [b]) => a < b ? -1 : 1); }
  }
  agent.implement("Headers", Headers);

  class Response extends agent.PlatformObject {
    bodyUsed = false;
    constructor(realm, body = null, init = {}) {
      super(realm);
      this.status = init.status ?? 200;
      this.statusText = init.statusText ?? "";
      this.headers = new Headers(realm, init.headers);
      this.bytes = body === null ? new Uint8Array() : new Blob(realm, [body]).bytes;
      const type = body instanceof Blob ? body.type : typeof body === "string" ? "text/plain;charset=UTF-8" : "";
      if (type && !this.headers.has("content-type")) this.headers.set("content-type", type);
      this.url = "";
    }
    get type() { return this.url ? "basic" : "default"; }
    get redirected() { return false; }
    get ok() { return this.status >= 200 && this.status < 300; }
    #consume(make) {
      if (this.bodyUsed) throw new this.realm.TypeError("The body was already read.");
      this.bodyUsed = true;
      const { promise, resolve, reject } = this.realm.deferred();
      this.realm.queueTask(() => { try { resolve(make()); } catch (error) { reject(error); } });
      return promise;
    }
    text() { return this.#consume(() => agent.shared.decodeUtf8(this.bytes)); }
    json() { return this.#consume(() => this.realm.parseJson(agent.shared.decodeUtf8(this.bytes))); }
    blob() { return this.#consume(() => Blob.ofBytes(this.realm, this.bytes, this.headers.get("content-type") ?? "")); }
    arrayBuffer() { return this.#consume(() => new this.realm.Uint8Array(this.bytes).buffer); }
    clone() {
      const copy = new Response(this.realm, null, { status: this.status, statusText: this.statusText, headers: this.headers });
      copy.bytes = this.bytes;
      copy.url = this.url;
      return copy;
    }
  }
  agent.implement("Response", Response, "status statusText headers bodyUsed url");

  agent.setups.push((R) => {
    R.parseJson = JSON.parse;
    // What is at an address: of the page's host, of a blob, or in the address itself.
    R.load = (address) => {
      // import.meta.url is the path that the engine knows a module by.
      const url = address.startsWith("data:") ? address : address.replace(/#.*/s, "").replace(/^file:\/\/\/(https?)\//, "$1://");
      const missing = { ok: false, status: 404, text: "", bytes: new Uint8Array(), type: "" };
      if (url.startsWith("blob:")) {
        const blob = agent.shared.objectUrls.get(url);
        return blob?.bytes ? { ok: true, status: 200, bytes: blob.bytes, type: blob.type, get text() { return agent.shared.decodeUtf8(blob.bytes); } } : missing;
      }
      const data = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(url);
      if (data) {
        const bytes = data[2] ? agent.shared.fromBase64(decodeURIComponent(data[3])) : agent.shared.encodeUtf8(decodeURIComponent(data[3]));
        return { ok: true, status: 200, bytes, type: data[1] || "text/plain", get text() { return agent.shared.decodeUtf8(bytes); } };
      }
      const found = agent.bridge.load(url);
      if (!found) return missing;
      return {
        ok: true, status: 200, type: found.type(), get text() { return found.text(); },
        get bytes() { return agent.shared.fromBase64(found.base64()); },
        header: (name) => found.header(name),
      };
    };
    R.fetch = (input, init) => {
      const { promise, resolve, reject } = R.deferred();
      const url = R.resolveUrl(typeof input === "string" ? input : String(input?.url ?? input));
      agent.bridge.retain();
      R.queueTask(() => {
        agent.bridge.release();
        if (url === null) {
          reject(new R.TypeError("Failed to fetch: '" + input + "' is not a URL"));
          return;
        }
        const found = R.load(url);
        // Whoever serves the page says of what is not there that it is not; nobody answers for others.
        if (!found.ok && agent.shared.parseUrl(url)?.origin !== R.about.origin) {
          reject(new R.TypeError("Failed to fetch '" + url + "': there is no network"));
          return;
        }
        const response = new Response(R, null, { status: found.status, headers: { "content-type": found.type } });
        response.bytes = found.bytes;
        response.url = url;
        resolve(R.out(response));
      });
      return promise;
    };
    R.install({ fetch(input, init) {
      if (arguments.length < 1) return R.rejected(new R.TypeError("Failed to execute 'fetch': 1 argument required, but only 0 present."));
      return R.fetch(input, init);
    } });
  });

  agent.shared.fromBase64 = (text) => {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const clean = text.replace(/[\t\n\f\r ]/g, "").replace(/={1,2}$/, "");
    if (clean.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(clean)) return null;
    const out = new Uint8Array(clean.length * 3 >> 2);
    for (let i = 0, at = 0, bits = 0; i < clean.length; i++) {
      bits = bits << 6 | digits.indexOf(clean[i]);
      if (i % 4 === 0) continue;
      out[at++] = bits >> (6 - 2 * (i % 4)) & 255;
    }
    return out;
  };
});
