"use strict";
// https://html.spec.whatwg.org/#the-window-object
(function (agent) {
  class Window extends agent.implementations.EventTarget {
    isWindow = true;
    get window() { return this; }
    get self() { return this; }
    get frames() { return this; }
    get parent() { return this.realm.parent ?? this; }
    get top() { return this.realm.parent ? agent.implementationOf(this.realm.parent.wrapper).top : this; }
    get navigator() { return this.ownNavigator ??= new agent.implementations.Navigator(this.realm); }
    get isSecureContext() { return this.realm.about.secure; }
    get origin() { return this.realm.about.origin; }
    get name() { return this.ownName ?? ""; }
    set name(value) { this.ownName = value; }
    get closed() { return this.realm.closed; }
    get length() { return 0; }
  }
  agent.implement("Window", Window);
});
