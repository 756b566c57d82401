/**
 * Writes the JavaScript that stands between a script and the implementation of an interface, from
 * the interface's IDL: <a href="https://webidl.spec.whatwg.org/#javascript-binding">Web IDL,
 * JavaScript binding</a>. What it writes calls the runtime of the room {@code javascript}, whose
 * {@code realm.js} has the other half of this.
 */
@NullMarked
package dev.usermedia.idl.glue;

import org.jspecify.annotations.NullMarked;
