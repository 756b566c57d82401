"use strict";
// https://streams.spec.whatwg.org/: the classes of a library, which is read when one of them is first looked at; and the
// transfer of their streams, which only a user agent can do.
(function (agent) {
  const { bridge, shared } = agent;
  const names = ["ReadableStream", "ReadableStreamDefaultReader", "ReadableStreamBYOBReader", "ReadableStreamDefaultController",
    "ReadableByteStreamController", "ReadableStreamBYOBRequest", "WritableStream", "WritableStreamDefaultWriter",
    "WritableStreamDefaultController", "TransformStream", "TransformStreamDefaultController", "ByteLengthQueuingStrategy", "CountQueuingStrategy"];
  const file = "library/web-streams.js";
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { apply } = Reflect;

  agent.setups.push((R) => {
    const { global } = R;
    let library;
    const pending = new Map();
    const place = (name, value) => defineProperty(global, name, { value, writable: true, enumerable: false, configurable: true });
    const load = () => {
      if (library) return library;
      library = R.library ? R.library(file) : bridge.library(file);
      // What a script has put in a class's place stays there.
      for (const [name, get] of pending) if (getOwnPropertyDescriptor(global, name)?.get === get) place(name, library[name]);
      return library;
    };
    for (const name of names) {
      const get = () => load()[name];
      pending.set(name, get);
      defineProperty(global, name, { get, set: (value) => place(name, value), enumerable: false, configurable: true });
    }
    defineProperty(R, "streams", { get: load });

    // The name of the class that an object is of, by what only its objects can answer.
    const isOf = (name, member, it) => {
      try {
        apply(getOwnPropertyDescriptor(library[name].prototype, member).get, it, []);
        return true;
      } catch {
        return false;
      }
    };
    R.streamKind = (it) => !library ? undefined
      : isOf("ReadableStream", "locked", it) ? "ReadableStream"
        : isOf("WritableStream", "locked", it) ? "WritableStream"
          : isOf("TransformStream", "readable", it) ? "TransformStream" : undefined;
  });

  // https://streams.spec.whatwg.org/#writablestream-close. The library has no call for closing a stream that somebody else
  // writes to, so its writer is asked to.
  shared.closeWritable = (R, stream) => {
    const closed = stream.locked ? R.streams.WritableStreamDefaultWriter.prototype.close.call(stream._writer) : stream.close();
    R.then(closed, undefined, () => {}); // it was closed or broken before
  };

  // ---- https://streams.spec.whatwg.org/#transferrable-streams, by messages between two ends of a channel ----

  // Frames are moved: nobody else could close them.
  const movable = (chunk) => ["VideoFrame", "AudioData"].includes(agent.implementationOf(chunk)?.constructor.interfaceName) ? [chunk] : [];
  const endOf = (R, port) => ({
    post(type, value) { shared.send(R, port, { type, value }, type === "chunk" ? movable(value) : []); },
    // An error that cannot be sent is one without its text.
    fail(reason) { try { this.post("error", reason); } catch { this.post("error"); } },
    close() { port.close(); },
  });
  const readableEnd = (R, port) => {
    const end = endOf(R, port);
    let controller;
    const readable = new R.streams.ReadableStream({
      start(it) { controller = it; },
      pull() { end.post("pull"); },
      cancel(reason) {
        end.fail(reason);
        end.close();
      },
    }, { highWaterMark: 0 });
    const broken = (error) => {
      controller.error(error);
      end.close();
    };
    shared.listen(R, port, ({ value: { type, value } }) => {
      if (type === "chunk") controller.enqueue(value);
      else if (type === "error") broken(value);
      else {
        controller.close();
        end.close();
      }
    }, () => broken(R.domException("DataCloneError", "A chunk could not be received.")));
    return readable;
  };
  const writableEnd = (R, port) => {
    const end = endOf(R, port);
    const waiting = () => {
      const wait = {};
      wait.promise = new R.Promise((resolve) => { wait.resolve = resolve; });
      return wait;
    };
    let pulled = waiting(), controller;
    const broken = (error) => {
      controller.error(error);
      pulled.resolve();
      end.close();
    };
    const writable = new R.streams.WritableStream({
      start(it) { controller = it; },
      write: (chunk) => R.then(pulled.promise, () => {
        pulled = waiting();
        try {
          end.post("chunk", chunk);
        } catch (error) {
          end.fail(error);
          end.close();
          throw error;
        }
      }),
      close() {
        end.post("close");
        end.close();
      },
      abort(reason) {
        end.fail(reason);
        end.close();
      },
    });
    shared.listen(R, port, ({ value: { type, value } }) => {
      if (type === "pull") pulled.resolve();
      else broken(value);
    }, () => broken(R.domException("DataCloneError", "A message could not be received.")));
    return writable;
  };

  const pipe = (R, readable, writable) => R.then(readable.pipeTo(writable), undefined, () => {});
  const unlocked = (R, it) => { if (it.locked) throw R.domException("DataCloneError", "The stream is locked."); };
  const write = {
    __proto__: null,
    ReadableStream(R, it) {
      unlocked(R, it);
      const channel = bridge.messages().channel();
      pipe(R, it, writableEnd(R, channel));
      return channel.other();
    },
    WritableStream(R, it) {
      unlocked(R, it);
      const channel = bridge.messages().channel();
      pipe(R, readableEnd(R, channel), it);
      return channel.other();
    },
  };
  // As of other objects, but a stream is none of the interfaces here.
  shared.transferableStreams = {
    write(R, kind, it, out) {
      if (kind !== "TransformStream") return [out.attach(write[kind](R, it))];
      unlocked(R, it.readable);
      unlocked(R, it.writable);
      return [out.attach(write.ReadableStream(R, it.readable)), out.attach(write.WritableStream(R, it.writable))];
    },
    read(R, kind, [first, second], from) {
      if (kind === "ReadableStream") return readableEnd(R, from.attachment(first));
      if (kind === "WritableStream") return writableEnd(R, from.attachment(first));
      const { TransformStream } = R.streams;
      const made = Object.create(TransformStream.prototype);
      made._readable = readableEnd(R, from.attachment(first));
      made._writable = writableEnd(R, from.attachment(second));
      made._transformStreamController = null; // what its objects are known by
      return made;
    },
  };
});
