"use strict";
// https://w3c.github.io/window-management/, as far as telling what screens there are; nothing is placed on them.
(function (agent) {
  const { EventTarget, Window } = agent.implementations;
  const DEPTH = 24; // bits of colour that a picture has

  // https://drafts.csswg.org/cssom-view/#the-screen-interface
  class Screen extends agent.PlatformObject {
    colorDepth = DEPTH;
    pixelDepth = DEPTH;
    constructor(realm, width, height) {
      super(realm);
      this.width = this.availWidth = width;
      this.height = this.availHeight = height;
    }
  }
  agent.implement("Screen", Screen, "width height availWidth availHeight colorDepth pixelDepth");

  class ScreenDetailed extends Screen {
    isInternal = false;
    devicePixelRatio = 1; // pictures of screens have as many pixels as the screens
    constructor(realm, [label, left, top, width, height, isPrimary]) {
      super(realm, width, height);
      Object.assign(this, { label, isPrimary, left, top, availLeft: left, availTop: top });
    }
  }
  agent.implement("ScreenDetailed", ScreenDetailed, "isInternal devicePixelRatio label isPrimary left top availLeft availTop");

  agent.implement("ScreenDetails", class ScreenDetails extends EventTarget {
    constructor(realm, screens) {
      super(realm);
      this.list = screens.map((it) => new ScreenDetailed(realm, it));
    }
    get screens() { return this.frozen ??= Object.freeze(this.realm.outSequence(this.list)); }
    get currentScreen() { return this.list.find((it) => it.isPrimary) ?? this.list[0]; }
  });

  Object.defineProperty(Window.prototype, "screen", {
    // as large as the window, which nobody sees
    get() { return this.ownScreen ??= new Screen(this.realm, this.realm.global.innerWidth, this.realm.global.innerHeight); },
    configurable: true,
  });
  Window.prototype.getScreenDetails = function () {
    const { realm } = this;
    return realm.ask((resolve, reject) => realm.media().screens(resolve, reject),
      (screens) => new agent.implementations.ScreenDetails(realm, Array.from(screens, (it) => Array.from(it))));
  };
});
