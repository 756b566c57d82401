"use strict";
// https://drafts.fxtf.org/geometry/#domrect
(function (agent) {
  class DOMRectReadOnly extends agent.PlatformObject {
    constructor(realm, x = 0, y = 0, width = 0, height = 0) {
      super(realm);
      Object.assign(this, { x, y, width, height });
    }
    get top() { return Math.min(this.y, this.y + this.height); }
    get bottom() { return Math.max(this.y, this.y + this.height); }
    get left() { return Math.min(this.x, this.x + this.width); }
    get right() { return Math.max(this.x, this.x + this.width); }
    static fromRect(init = {}) { return new agent.implementations[this.interfaceName](this.realm, init.x, init.y, init.width, init.height); }
    toJSON() {}
  }
  agent.implement("DOMRectReadOnly", DOMRectReadOnly, "x y width height");
  agent.implement("DOMRect", class DOMRect extends DOMRectReadOnly {}, "x y width height");
});
