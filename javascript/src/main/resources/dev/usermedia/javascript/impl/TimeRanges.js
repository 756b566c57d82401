"use strict";
// https://html.spec.whatwg.org/#timeranges and #mediaerror
(function (agent) {
  agent.implement("TimeRanges", class TimeRanges extends agent.PlatformObject {
    // Ranges are pairs of seconds.
    constructor(realm, ranges) {
      super(realm);
      this.ranges = ranges;
    }
    get length() { return this.ranges.length; }
    #at(index) {
      if (index >= this.ranges.length) throw this.realm.domException("IndexSizeError", "There is no range " + index + ".");
      return this.ranges[index];
    }
    start(index) { return this.#at(index)[0]; }
    end(index) { return this.#at(index)[1]; }
  });

  agent.implement("MediaError", class MediaError extends agent.PlatformObject {
    constructor(realm, code, message) {
      super(realm);
      this.code = code;
      this.message = message;
    }
  }, "code message");
});
