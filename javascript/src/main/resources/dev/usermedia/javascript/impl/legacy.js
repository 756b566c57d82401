"use strict";
// What code of 2011 to 2017 calls by names that no specification has any more. Only on request: code looks for them to
// find out what it runs on.
(function (agent) {
  const { implementationOf, implementations } = agent;

  agent.setups.push((R) => {
    const streams = new Map();
    const define = (object, name, value) => Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });

    R.addLegacyNames = () => {
      const { Navigator, MediaStream, MediaStreamTrack, HTMLMediaElement, URL } = R.interfaces;
      // https://w3c.github.io/mediacapture-main/#navigator-interface-extensions, and with the prefixes of vendors
      for (const name of ["getUserMedia", "webkitGetUserMedia", "mozGetUserMedia", "msGetUserMedia"]) {
        define(Navigator.C.prototype, name, { [name](constraints, fulfilled, rejected = () => {}) {
          const navigator = R.self(this, "Navigator", name);
          const where = "Failed to execute '" + name + "' on 'Navigator'";
          if (typeof fulfilled !== "function" || typeof rejected !== "function") throw new TypeError(where + ": the callbacks are not functions.");
          navigator.getUserMedia(R.convert(["dictionary", "MediaStreamConstraints"], constraints, where), new R.Callback(fulfilled), new R.Callback(rejected));
        } }[name]);
      }
      define(R.global, "webkitMediaStream", MediaStream.C);
      define(R.global, "webkitURL", URL.C);

      // https://www.w3.org/TR/2013/WD-mediacapture-streams-20130516/#widl-LocalMediaStream-stop-void
      define(MediaStream.C.prototype, "stop", { stop() {
        for (const track of R.self(this, "MediaStream", "stop").getTracks()) track.stop();
      } }.stop);

      // https://www.w3.org/TR/2013/WD-mediacapture-streams-20130903/#url
      const { createObjectURL } = URL.C;
      define(URL.C, "createObjectURL", { createObjectURL(object) {
        const stream = implementationOf(object);
        if (!(stream instanceof implementations.MediaStream)) return Reflect.apply(createObjectURL, this, arguments);
        const url = "blob:" + R.about.origin + "/" + agent.bridge.uuid();
        streams.set(url, object);
        return url;
      } }.createObjectURL);
      const show = (element, stream) => { R.wrap(element).srcObject = stream; };
      const src = Object.getOwnPropertyDescriptor(HTMLMediaElement.C.prototype, "src");
      Object.defineProperty(HTMLMediaElement.C.prototype, "src", { ...src, set(url) {
        const element = R.self(this, "HTMLMediaElement", "src");
        if (streams.has(`${url}`)) show(element, streams.get(`${url}`));
        else Reflect.apply(src.set, this, [url]);
      } });
      Object.defineProperty(HTMLMediaElement.C.prototype, "mozSrcObject", {
        get() { return this.srcObject; },
        set(stream) { show(R.self(this, "HTMLMediaElement", "mozSrcObject"), stream); },
        enumerable: true, configurable: true,
      });
      define(MediaStreamTrack.C, "getSources", { getSources(callback) {
        const list = R.wrap(implementationOf(R.global).navigator.mediaDevices).enumerateDevices();
        R.then(list, (devices) => R.queueTask(() => callback(devices.filter((it) => /input$/.test(it.kind))
          .map(({ kind, label, deviceId }) => ({ kind: kind.replace("input", ""), label, id: deviceId, facing: "" })))));
      } }.getSources);
    };
  });
});
