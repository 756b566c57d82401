"use strict";
// https://html.spec.whatwg.org/#channel-messaging
(function (agent) {
  const { EventTarget, MessageEvent } = agent.implementations;

  class MessagePort extends EventTarget {
    other = null;
    #started = false;
    #waiting = [];
    #detached = false;

    postMessage(message, options) {
      const transfer = Array.isArray(options) ? options : options?.transfer ?? [];
      const { other, realm } = this;
      if (transfer.includes(this.wrapper)) throw realm.domException("DataCloneError", "A port cannot be sent through itself.");
      const to = other?.realm ?? realm;
      const { value, transferred } = agent.shared.structuredClone(realm, to, message, transfer);
      const ports = transferred.filter((it) => agent.implementationOf(it) instanceof MessagePort);
      other?.receive(value, ports);
    }
    receive(data, ports) {
      this.#waiting.push({ data, ports });
      if (this.#started) this.#deliverLater();
    }
    #deliverLater() {
      this.realm.queueTask(() => {
        const next = this.#detached ? undefined : this.#waiting.shift();
        if (next) {
          this.fire("message", { data: next.data, ports: Object.freeze(this.realm.outSequence(next.ports)) }, "MessageEvent");
        }
      });
    }
    start() {
      if (this.#started) return;
      this.#started = true;
      for (let i = 0; i < this.#waiting.length; i++) this.#deliverLater();
    }
    close() {
      this.#detached = true;
      if (this.other) this.other.other = null;
      this.other = null;
    }
    setHandler(type, value) {
      super.setHandler(type, value);
      if (type === "message") this.start();
    }
    move(realm) {
      const port = new MessagePort(realm);
      port.other = this.other;
      if (port.other) port.other.other = port;
      port.#waiting = this.#waiting;
      this.#waiting = [];
      this.other = null;
      this.#detached = true;
      return realm.out(port);
    }
  }
  agent.implement("MessagePort", MessagePort);
  agent.shared.transferable.set(MessagePort, (port, realm) => port.move(realm));

  agent.implement("MessageChannel", class MessageChannel extends agent.PlatformObject {
    constructor(realm) {
      super(realm);
      this.port1 = new MessagePort(realm);
      this.port2 = new MessagePort(realm);
      this.port1.other = this.port2;
      this.port2.other = this.port1;
    }
  }, "port1 port2");
});
