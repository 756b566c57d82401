// Calls every constructor, operation, getter and setter of the interfaces with arguments of all kinds, from a seed.
// Yields what was neither an answer nor an error that the Web has.
((seed, calls) => {
  "use strict";
  const { apply, construct } = Reflect;
  const random = (n) => {
    seed = Math.imul(seed ^ seed >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return (seed >>> 4) % n;
  };
  const pick = (list) => list[random(list.length)];

  // ---- what is called ----

  const ofTheLanguage = /^(Promise|Map|Set|Weak\w+|Symbol|ArrayBuffer|DataView|BigInt|SharedArrayBuffer|FinalizationRegistry|Iterator|AsyncIterator|AsyncContext|Temporal|Intl|DisposableStack|AsyncDisposableStack)$/;
  const ofALibrary = /^(Readable|Writable|Transform)Stream|^(Readable|Writable)ByteStream|QueuingStrategy$/; // streams are no glue
  const isInterface = (name) => !ofALibrary.test(name) &&
    typeof globalThis[name] === "function" && globalThis[name].prototype?.[Symbol.toStringTag] === name && !ofTheLanguage.test(name);
  const names = Object.getOwnPropertyNames(globalThis).filter(isInterface);
  const mine = new Error("of the test");
  // These end or replace what the test stands on.
  const left = /^(Document\.(write|writeln|open|close)|Window\.(close|stop)|Location\.(assign|replace|reload|href)|HTMLElement\.click|reportError)$/;
  const targets = [];
  for (const name of names) {
    const C = globalThis[name];
    targets.push({ what: "new " + name, call: (_, args) => construct(C, args) });
    const members = (object, receiver) => {
      for (const key of Reflect.ownKeys(object)) {
        if (key === "constructor" || key === "prototype") continue;
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
        const what = name + "." + String(key);
        if (left.test(what)) continue;
        const add = (kind, steps, length) => targets.push({ what: kind + what, name: receiver, call: (self, args) => apply(steps, self, args), length });
        if (typeof value === "function") add("", value);
        if (get) add("get ", get, 0);
        if (set) add("set ", set, 1);
      }
    };
    members(C.prototype, name);
    members(C, undefined);
  }
  for (const key of Object.keys(globalThis)) {
    const { value, set } = Object.getOwnPropertyDescriptor(globalThis, key);
    if (left.test("Window." + key) || /^(location|window|document|kept)$/.test(key) || /^on/.test(key)) continue;
    if (typeof value === "function" && !isInterface(key)) targets.push({ what: key, call: (_, args) => apply(value, undefined, args) });
    if (set) targets.push({ what: "set Window." + key, call: (_, args) => apply(set, globalThis, args), length: 1 });
  }

  // ---- upon what ----

  const tags = ["a", "audio", "body", "br", "button", "canvas", "div", "fieldset", "form", "h1", "head", "hr", "html", "iframe", "img", "input", "label", "li", "link",
    "meta", "ol", "option", "p", "pre", "script", "select", "source", "span", "style", "table", "tbody", "td", "textarea", "title", "tr", "ul", "video", "x-y"];
  const page = document.implementation.createHTMLDocument("mutated");
  const { port1, port2 } = new MessageChannel();
  const graph = new AudioContext();
  const attempt = (steps) => { try { return steps(); } catch { return undefined; } };
  const connection = attempt(() => new RTCPeerConnection()); // which not every machine can make
  const makers = [
    () => graph, () => new OfflineAudioContext(1, 128, 8000), () => graph.destination, () => graph.createGain(), () => graph.createGain().gain,
    () => graph.createOscillator(), () => graph.createOscillator().detune, () => graph.createConstantSource(), () => graph.createAnalyser(),
    () => graph.createBuffer(2, 16, 8000), () => graph.createBufferSource(), () => graph.createDelay(), () => graph.createStereoPanner(),
    () => graph.createChannelMerger(), () => graph.createChannelSplitter(), () => graph.createPeriodicWave([0, 1], [0, 1]), () => graph.createScriptProcessor(256),
    () => graph.createMediaStreamSource(kept.stream), () => graph.createMediaStreamTrackSource(kept.audio), () => graph.createMediaStreamDestination(),
    ...tags.map((tag) => () => page.createElement(tag)),
    () => page, () => document, () => document.createElement("video"), () => document.createElement("canvas"),
    () => page.createTextNode("text"), () => page.createComment("comment"), () => page.createDocumentFragment(), () => page.doctype, () => page.implementation,
    () => page.body.childNodes, () => page.body.children, () => page.body.classList, () => page.body.dataset,
    () => navigator, () => navigator.mediaDevices, () => navigator.permissions, () => navigator.userActivation, () => performance, () => location, () => history,
    () => new Event("e"), () => new CustomEvent("e"), () => new ErrorEvent("e"), () => new MessageEvent("e"), () => new UIEvent("e"), () => new MouseEvent("e"),
    () => new KeyboardEvent("e"), () => new PointerEvent("e"), () => new ProgressEvent("e"), () => new PromiseRejectionEvent("e", { promise: Promise.resolve() }),
    () => new DOMException("m", "n"), () => new OverconstrainedError("width"), () => new EventTarget(),
    () => new AbortController(), () => new AbortController().signal, () => new URL("https://h/p?q#f"), () => new URLSearchParams("a=1&b=2"),
    () => new Blob(["text"]), () => new File(["text"], "name"), () => new FileReader(), () => new Headers({ a: "b" }), () => new Response("text"),
    () => new TextEncoder(), () => new TextDecoder(), () => new DOMRect(1, 2, 3, 4), () => new DOMRectReadOnly(), () => port1, () => port2, () => new MessageChannel(),
    () => new MediaStream(), () => kept.stream, () => kept.video.clone(), () => kept.audio.clone(), () => kept.devices[0], () => kept.permission,
    () => kept.shown, () => kept.canvas, () => kept.painter, () => kept.canvas.captureStream().getTracks()[0], () => kept.frame, () => new VideoFrame(kept.frame),
    () => kept.frame.colorSpace, () => kept.video.stats, () => kept.audio.stats, () => kept.bitmap, () => kept.image,
    () => new OffscreenCanvas(4, 4), () => new OffscreenCanvas(4, 4).getContext("2d"), () => new CaptureController(), () => kept.shown.buffered, () => kept.shown.error,
    () => kept.shown.getVideoPlaybackQuality(), () => document.featurePolicy ?? document.permissionsPolicy,
    () => connection, () => connection.addTransceiver("video"), () => connection.getSenders()[0], () => connection.getReceivers()[0], () => kept.report,
    () => new RTCPeerConnection(), () => new RTCSessionDescription({ type: "offer" }), () => new RTCIceCandidate({ sdpMid: "0" }),
    () => new RTCPeerConnectionIceEvent("e"), () => new RTCPeerConnectionIceErrorEvent("e", { errorCode: 701 }),
    () => page.createElement("canvas").getContext("bitmaprenderer"), () => new MediaStreamTrackEvent("e", { track: kept.video }), () => new DeviceChangeEvent("e"),
  ];
  const instances = new Map();
  const refresh = () => {
    instances.clear();
    for (const make of makers) {
      let object;
      try { object = make(); } catch { continue; }
      for (let at = object; at; at = Object.getPrototypeOf(at)) {
        const name = Object.hasOwn(at, Symbol.toStringTag) ? at[Symbol.toStringTag] : undefined;
        if (typeof name === "string") instances.set(name, [...instances.get(name) ?? [], object]);
      }
    }
    instances.set("Window", [globalThis]);
  };

  // ---- with what ----

  const thrower = () => { throw mine; };
  const fixed = [undefined, undefined, null, true, false, 0, -0, 1, 2, 3.7, -1, 255, 1e9, 2 ** 31, 2 ** 53, 1e21, -1e21, NaN, Infinity, -Infinity, 3n, -(2n ** 70n),
    "", "0", "video", "audio", "user", "2d", "image/png", "https://h/", "data:,x", "blob:x", "a b", "\ud800", "\0", "div", "*", "a[", "camera", "é", "x".repeat(3000),
    Symbol("s"), Symbol.iterator, [], [1, 2, 3, 4], [[]], [[["a"]]], [null], [undefined], ["a", "b"], () => {}, function () {}, thrower, class {}, async () => {},
    new Date(0), /x/g, new Map([[1, 2]]), new Set([1]), new WeakMap(), new Uint8Array(3), new Float64Array(2), new ArrayBuffer(2), new DataView(new ArrayBuffer(2)),
    Promise.resolve(1), Object.create(null), Object.freeze({}), new Proxy({}, {}), new Proxy({}, { get: thrower }), new Proxy([], { get: thrower }), { then: 1 },
    { get a() { return thrower(); } }, { [Symbol.iterator]: 1 }, { *[Symbol.iterator]() { yield kept.stream; } }, { *[Symbol.iterator]() { thrower(); } },
    { toString: thrower }, { valueOf: thrower }, { [Symbol.toPrimitive]: thrower }, { length: 2 ** 53 - 1 }, { length: -1 }, arguments_(), globalThis, Math];
  function arguments_() { return arguments; }
  const keys = ["video", "audio", "exact", "ideal", "min", "max", "width", "height", "deviceId", "name", "type", "signal", "once", "capture", "transfer", "timestamp", "format",
    "codedWidth", "codedHeight", "layout", "duration", "visibleRect", "x", "y", "rect", "track", "streams", "ports", "source", "detail", "advanced", "frameRate", "facingMode",
    "bubbles", "root", "behavior", "quality", "resizeWidth", "colorSpace", "body", "headers", "status", "promise", "reason", "video", "peerIdentity", "controller", "sysex",
    "sdp", "candidate", "sdpMid", "sdpMLineIndex", "iceServers", "urls", "direction", "sendEncodings", "maxBitrate", "codecs", "transactionId", "receiver", "transceiver"];
  const value = (depth) => {
    const kind = random(10);
    if (kind < 5) return pick(fixed);
    if (kind < 7) return pick(instances.get(pick([...instances.keys()])));
    if (depth > 2) return random(2) ? random(1000) - 200 : pick(fixed);
    if (kind === 7) return Array.from({ length: random(4) }, () => value(depth + 1));
    const object = {};
    for (let i = random(5); i >= 0; i--) object[pick(keys)] = value(depth + 1);
    return object;
  };

  // ---- what may come of it ----

  const internal = /Cannot read prop|Cannot set prop|is not a function|undefined or null|of (undefined|null)|foreign|HostObject|host object|java\.|dev\.usermedia|invokeMember|Multiple applicable|is not a constructor|private/;
  const fits = (what, e) => {
    if (e === mine) return true;
    if (e instanceof DOMException) return typeof e.name === "string" && typeof e.message === "string" && !/java\.|dev\.usermedia/.test(e.message);
    if (e instanceof SyntaxError) return what === "Response.json";
    // Lists have the iteration of arrays itself.
    if (e instanceof TypeError && /\.(forEach|entries|keys|values|Symbol\(Symbol\.iterator\))$/.test(what)) return true;
    if (e instanceof TypeError || e instanceof RangeError) return !internal.test(e.message);
    return false;
  };
  const bad = new Map();
  const note = (what, e) => {
    let text;
    try { text = String(e) + " " + String(e?.stack).split("\n").slice(1, 4).map((it) => it.trim()).join(" < "); } catch { text = "unprintable " + typeof e; }
    const key = what + ": " + text.slice(0, 400);
    bad.set(key, (bad.get(key) ?? 0) + 1);
  };
  return (async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 64, height: 48 } });
    const shown = document.createElement("video");
    shown.srcObject = stream;
    await shown.play();
    const canvas = document.createElement("canvas");
    globalThis.kept = {
      stream, video: stream.getVideoTracks()[0], audio: stream.getAudioTracks()[0], shown, canvas, painter: canvas.getContext("2d"), image: new ImageData(2, 2),
      devices: await navigator.mediaDevices.enumerateDevices(), permission: await navigator.permissions.query({ name: "camera" }),
      frame: new VideoFrame(canvas, { timestamp: 0 }), bitmap: await createImageBitmap(canvas), report: await connection?.getStats(),
    };
    for (let i = 0; i < calls; i++) {
      if (i % 500 === 0) {
        refresh();
        await new Promise((resolve) => setTimeout(resolve)); // tasks that were queued are run
      }
      const target = targets[i % targets.length];
      const self = target.name === undefined || random(12) === 0 ? value(0) : pick(instances.get(target.name) ?? [undefined]);
      const args = Array.from({ length: target.length ?? random(6) }, () => value(0));
      try {
        const result = target.call(self, args);
        if (result instanceof Promise) result.catch((e) => { if (!fits(target.what, e)) note("rejection of " + target.what, e); });
      } catch (e) {
        if (!fits(target.what, e)) note(target.what, e);
      }
    }
    return { calls, bad: [...bad].map(([key, times]) => times + " times " + key) };
  })();
})
