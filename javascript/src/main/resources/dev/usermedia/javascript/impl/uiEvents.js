"use strict";
// https://w3c.github.io/uievents/, as far as clicks and keys that nobody presses need it.
(function (agent) {
  const { eventWith } = agent.shared;
  eventWith("UIEvent", { view: null, detail: 0 });
  const { UIEvent } = agent.implementations;
  const modifiers = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
  eventWith("MouseEvent", { ...modifiers, screenX: 0, screenY: 0, clientX: 0, clientY: 0, button: 0, buttons: 0, relatedTarget: null }, UIEvent);
  eventWith("KeyboardEvent", { ...modifiers, key: "", code: "", location: 0, repeat: false, isComposing: false }, UIEvent);
  eventWith("PointerEvent", { pointerId: 0, pointerType: "", isPrimary: false, width: 1, height: 1, pressure: 0 }, agent.implementations.MouseEvent);
  eventWith("ProgressEvent", { lengthComputable: false, loaded: 0, total: 0 });
});
