"use strict";
// https://html.spec.whatwg.org/#downloading-hyperlinks, of what the page itself made: blob: and data: URLs.
(function (agent) {
  const { bridge, shared } = agent;

  // https://fetch.spec.whatwg.org/#data-url-processor
  const ofDataUrl = (url) => {
    const [, type, encoding, body] = /^data:([^,;]*)(?:;(?!base64)[^,;]*)*(;\s*base64)?,(.*)$/s.exec(url) ?? [];
    if (body === undefined) return undefined;
    const text = decodeURIComponent(body);
    return { type, bytes: encoding ? shared.fromBase64(text) : shared.encodeUtf8(text) };
  };
  const save = (name, { type, bytes }) => {
    const own = Uint8Array.from(bytes);
    bridge.download(name, type, own.buffer);
  };
  const fileOf = (url) => url.startsWith("blob:") ? shared.objectUrls.get(url) : ofDataUrl(url);

  agent.setups.push((R) => {
    R.download = (url, name) => {
      const file = fileOf(url);
      if (file) save(name, file);
      else bridge.print("warn", "Nothing was downloaded: " + url.slice(0, 80) + " is no picture or text of this page.");
    };
    // The pictures that the page shows at its end: canvases that were painted, and images that the page made.
    R.savePictures = () => {
      const unnamed = { canvas: 0, img: 0 };
      for (const element of R.document.descendants()) {
        const kind = element.localName;
        const url = kind === "canvas" && element.wasPainted ? element.toDataURL()
          : kind === "img" ? element.getAttribute("src") ?? "" : "";
        if (!/^(data|blob):./.test(url) || url === "data:,") continue;
        const file = fileOf(url);
        if (file?.bytes.length && ["image/png", "image/jpeg"].includes(file.type)) {
          const name = element.getAttribute("id") || kind + "-" + ++unnamed[kind];
          save(name + (file.type === "image/jpeg" ? ".jpg" : ".png"), file);
        }
      }
    };
  });
});
