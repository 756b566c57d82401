"use strict";
// The selectors that pages commonly use: types, ids, classes, attributes, :not, :first-child, :last-child, and the
// combinators. Others are refused with a SyntaxError rather than never matched.
(function (agent) {
  const compound = /^(?:\*|([\w-]+))?((?:#[\w-]+|\.[\w-]+|\[[^\]]+\]|:not\([^)]*\)|:[\w-]+)*)/;
  const simple = /#([\w-]+)|\.([\w-]+)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*)))?\s*(?:i\s*)?\]|:not\(([^)]*)\)|:([\w-]+)/g;
  agent.shared.selector = (realm, text) => {
    const wrong = () => { throw realm.domException("SyntaxError", "'" + text + "' is not a selector that is supported."); };
    const parseCompound = (source) => {
      const tests = [];
      const [whole, type, rest] = compound.exec(source);
      if (!whole) wrong();
      if (type) tests.push((it) => it.localName === (it.isHtml ? type.toLowerCase() : type));
      for (const [, id, name, attribute, operator, a, b, c, not, pseudo] of rest.matchAll(simple)) {
        const value = a ?? b ?? c ?? "";
        if (id) tests.push((it) => it.getAttribute("id") === id);
        else if (name) tests.push((it) => it.classList.contains(name));
        else if (attribute) {
          tests.push((it) => {
            const actual = it.getAttribute(attribute);
            if (actual === null) return false;
            switch (operator) {
              case undefined: return true;
              case "=": return actual === value;
              case "~=": return actual.split(/\s+/).includes(value);
              case "|=": return actual === value || actual.startsWith(value + "-");
              case "^=": return value !== "" && actual.startsWith(value);
              case "$=": return value !== "" && actual.endsWith(value);
              default: return value !== "" && actual.includes(value);
            }
          });
        } else if (not !== undefined) {
          const inner = agent.shared.selector(realm, not);
          tests.push((it) => !inner(it));
        } else if (pseudo === "first-child") tests.push((it) => !it.previousElementSibling);
        else if (pseudo === "last-child") tests.push((it) => !it.nextElementSibling);
        else if (pseudo === "checked") tests.push((it) => it.checked === true || it.selected === true);
        else if (pseudo === "disabled") tests.push((it) => it.getAttribute("disabled") !== null);
        else wrong();
      }
      return [whole.length, (it) => tests.every((test) => test(it))];
    };
    const parseComplex = (source) => {
      let rest = source.trim();
      let [length, matches] = parseCompound(rest);
      rest = rest.slice(length);
      while (rest.trim()) {
        const [all, symbol] = /^\s*([>+~]?)\s*/.exec(rest);
        if (!all) wrong();
        rest = rest.slice(all.length);
        const [size, own] = parseCompound(rest);
        rest = rest.slice(size);
        const before = matches;
        matches = (it) => {
          if (!own(it)) return false;
          if (symbol === ">") return !!it.parentElement && before(it.parentElement);
          if (symbol === "+") return !!it.previousElementSibling && before(it.previousElementSibling);
          if (symbol === "~") {
            for (let at = it.previousElementSibling; at; at = at.previousElementSibling) if (before(at)) return true;
            return false;
          }
          for (let at = it.parentElement; at; at = at.parentElement) if (before(at)) return true;
          return false;
        };
      }
      return matches;
    };
    const all = text.split(/,(?![^([]*[)\]])/).map(parseComplex);
    return (it) => all.some((matches) => matches(it));
  };
});
