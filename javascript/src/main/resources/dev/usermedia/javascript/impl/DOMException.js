"use strict";
// https://webidl.spec.whatwg.org/#idl-DOMException
(function (agent) {
  const codes = {
    __proto__: null, IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5,
    NoModificationAllowedError: 7, NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10, InvalidStateError: 11,
    SyntaxError: 12, InvalidModificationError: 13, NamespaceError: 14, InvalidAccessError: 15, TypeMismatchError: 17,
    SecurityError: 18, NetworkError: 19, AbortError: 20, URLMismatchError: 21, TimeoutError: 23,
    InvalidNodeTypeError: 24, DataCloneError: 25,
  };
  class DOMException extends agent.PlatformObject {
    constructor(realm, message = "", name = "Error") {
      super(realm);
      this.message = message;
      this.name = name;
    }
    get code() { return codes[this.name] ?? 0; }
  }
  agent.implement("DOMException", DOMException, "name message");

  // https://w3c.github.io/mediacapture-main/#overconstrainederror
  class OverconstrainedError extends DOMException {
    constructor(realm, constraint, message = "") {
      super(realm, message, "OverconstrainedError");
      this.constraint = constraint;
    }
    get code() { return 0; }
  }
  agent.implement("OverconstrainedError", OverconstrainedError, "constraint");
});
