"use strict";
// https://html.spec.whatwg.org/#channel-messaging; a channel's two ends may be on different threads.
(function (agent) {
  const { bridge, shared } = agent;
  const { EventTarget } = agent.implementations;

  // What is passed as the transfer list or as options with one.
  const transferOf = (options) => Array.isArray(options) ? options : options?.transfer ?? [];
  shared.transferOf = transferOf;
  // Sends a message of a realm through a port of the room behind.
  shared.send = (realm, port, message, transfer) => {
    const parcel = shared.pack(shared.structuredSerialize(realm, message, transfer));
    if (port) port.post(parcel);
    else parcel.close();
  };
  // Calls steps with each message that a port of the room behind receives.
  shared.listen = (realm, port, received, failed) => bridge.messages().receive(port, (parcel) => {
    if (realm.closed) {
      parcel.close();
      return;
    }
    agent.current = realm;
    let message;
    try {
      message = shared.structuredDeserialize(realm, shared.unpack(parcel));
    } catch {
      parcel.close();
      failed();
      return;
    }
    received(message);
  });
  // Fires them at a target: a MessagePort, a Worker, or a worker's global.
  // https://html.spec.whatwg.org/#message-port-post-message-steps
  shared.receive = (target, port) => shared.listen(target.realm, port, (message) => {
    const ports = message.transferred.filter((it) => agent.implementationOf(it) instanceof MessagePort);
    target.fire("message", { data: message.value, ports: Object.freeze(target.realm.outSequence(ports)) }, "MessageEvent");
  }, () => target.fire("messageerror", {}, "MessageEvent"));

  class MessagePort extends EventTarget {
    #host;
    #started = false;

    constructor(realm, host) {
      super(realm);
      this.#host = host;
    }
    postMessage(message, options) {
      const transfer = transferOf(options);
      if (transfer.includes(this.wrapper)) throw this.realm.domException("DataCloneError", "A port cannot be sent through itself.");
      shared.send(this.realm, this.#host, message, transfer);
    }
    start() {
      if (this.#started || !this.#host) return;
      this.#started = true;
      shared.receive(this, this.#host);
    }
    close() {
      this.#host?.close();
      this.#host = null;
    }
    setHandler(type, value) {
      super.setHandler(type, value);
      if (type === "message") this.start();
    }
    // Takes the end of the channel away, to be another port's.
    detach() {
      const host = this.#host;
      if (!host) throw this.realm.domException("DataCloneError", "The port is closed or was transferred before.");
      this.#host = null;
      bridge.messages().release(host);
      return host;
    }
  }
  agent.implement("MessagePort", MessagePort);
  shared.transferable.set("MessagePort", {
    write: (port, out) => out.attach(port.detach()),
    read: (to, at, from) => new MessagePort(to, from.attachment(at)),
  });

  agent.implement("MessageChannel", class MessageChannel extends agent.PlatformObject {
    constructor(realm) {
      super(realm);
      const host = bridge.messages().channel();
      this.port1 = new MessagePort(realm, host);
      this.port2 = new MessagePort(realm, host.other());
    }
  }, "port1 port2");
});
