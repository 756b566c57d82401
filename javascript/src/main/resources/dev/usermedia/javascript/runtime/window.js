"use strict";
// Makes a global a window, once the interfaces are there.
(function (R) {
  const { agent, global } = R;
  R.activatedAt = -Infinity;
  // https://html.spec.whatwg.org/#transient-activation
  R.hasTransientActivation = () => R.now() < R.activatedAt + 5000;
  R.consumeActivation = () => { if (R.hasTransientActivation()) R.activatedAt = -1e308; };
  R.finish();
  agent.tie(global, new agent.implementations.Window(R));
});
