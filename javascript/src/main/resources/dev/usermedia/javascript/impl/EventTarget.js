"use strict";
// https://dom.spec.whatwg.org/#interface-eventtarget
(function (agent) {
  const flatten = (options) => typeof options === "boolean" ? { capture: options } : options ?? {};

  class EventTarget extends agent.PlatformObject {
    #listeners = [];
    #handlers = new Map();

    addEventListener(type, callback, options) {
      const { capture = false, once = false, passive = null, signal = null } = flatten(options);
      this.addListener({ type, callback, capture, once, passive, signal });
    }

    // Steps of "add an event listener"; a listener of this room has `steps` in place of a callback.
    addListener(listener) {
      if (listener.signal?.aborted || (!listener.callback && !listener.steps)) return;
      if (listener.callback && this.#listeners.some((it) =>
        it.type === listener.type && it.callback === listener.callback && it.capture === listener.capture)) return;
      this.#listeners.push(listener);
      this.listenersChanged(listener.type);
      listener.signal?.addSteps(() => this.#remove(listener));
    }

    removeEventListener(type, callback, options) {
      const { capture = false } = flatten(options);
      const listener = this.#listeners.find((it) => it.type === type && it.callback === callback && it.capture === capture && callback);
      if (listener) this.#remove(listener);
    }

    #remove(listener) {
      listener.removed = true;
      const at = this.#listeners.indexOf(listener);
      if (at >= 0) this.#listeners.splice(at, 1);
      this.listenersChanged(listener.type);
    }

    hasListeners(type) {
      return this.#listeners.some((it) => it.type === type);
    }

    // For subclasses, which listen to what is behind them while somebody listens to them.
    listenersChanged(type) {}

    dispatchEvent(event) {
      if (event.dispatching || !event.initialized) throw this.realm.domException("InvalidStateError", "The event is already being dispatched.");
      event.isTrusted = false;
      return this.dispatch(event);
    }

    // Fires an event that the user agent makes.
    fire(type, init, name = "Event") {
      const event = new agent.implementations[name](this.realm, type, init ?? {});
      event.isTrusted = true;
      return this.dispatch(event);
    }

    eventParent(event) {
      return null;
    }

    // https://dom.spec.whatwg.org/#concept-event-dispatch
    dispatch(event) {
      event.dispatching = true;
      event.target = this;
      const path = [];
      for (let at = this; at; at = at.eventParent(event)) path.push(at);
      event.path = path;
      const activated = event.type === "click" ? path.find((it, i) => it.activate && (i === 0 || event.bubbles)) : undefined;
      const undo = activated?.beforeActivate?.(event);
      for (let i = path.length - 1; i >= 0; i--) {
        event.eventPhase = i === 0 ? 2 : 1;
        path[i].#invoke(event, true);
      }
      for (let i = 0; i < path.length; i++) {
        if (i > 0 && !event.bubbles) break;
        event.eventPhase = i === 0 ? 2 : 3;
        path[i].#invoke(event, false);
      }
      event.eventPhase = 0;
      event.currentTarget = null;
      event.path = [];
      event.dispatching = event.stopped = event.stoppedImmediately = false;
      if (activated) {
        if (event.defaultPrevented) undo?.();
        else activated.activate(event);
      }
      return !event.defaultPrevented;
    }

    #invoke(event, capturing) {
      if (event.stopped) return;
      event.currentTarget = this;
      for (const listener of [...this.#listeners]) {
        if (listener.removed || listener.type !== event.type || listener.capture !== capturing) continue;
        if (listener.once) this.#remove(listener);
        event.inPassive = !!listener.passive;
        const { realm } = this;
        const before = agent.current;
        agent.current = realm;
        try {
          if (listener.steps) {
            listener.steps(event);
          } else if (typeof listener.callback === "function") {
            Reflect.apply(listener.callback, realm.wrap(this), [realm.wrap(event)]);
          } else {
            const { handleEvent } = listener.callback;
            if (typeof handleEvent !== "function") throw new realm.TypeError("handleEvent is not a function");
            Reflect.apply(handleEvent, listener.callback, [realm.wrap(event)]);
          }
        } catch (error) {
          realm.report(error);
        }
        if (before) agent.current = before;
        event.inPassive = false;
        if (event.stoppedImmediately) return;
      }
    }

    // https://html.spec.whatwg.org/#event-handler-attributes
    handler(type) {
      return this.#handlers.get(type)?.value ?? null;
    }

    setHandler(type, value) {
      const handler = this.#handlers.get(type);
      if (value === null) {
        if (handler) {
          this.#handlers.delete(type);
          this.#remove(handler.listener);
        }
      } else if (handler) {
        handler.value = value;
      } else {
        const created = { value, listener: { type, callback: null, capture: false, steps: (event) => this.#handle(created.value, event) } };
        this.#handlers.set(type, created);
        this.addListener(created.listener);
      }
    }

    #handle(value, event) {
      if (typeof value !== "function") return;
      const { realm } = this;
      const isGlobalError = event.type === "error" && this.isGlobalScope && event instanceof agent.implementations.ErrorEvent;
      const result = isGlobalError
        ? Reflect.apply(value, realm.wrap(this), [event.message, event.filename, event.lineno, event.colno, event.error])
        : Reflect.apply(value, realm.wrap(this), [realm.wrap(event)]);
      if (isGlobalError ? result === true : result === false) event.preventDefault();
    }
  }
  agent.implement("EventTarget", EventTarget);
});
