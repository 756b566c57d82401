/**
 * Web IDL as it is written: one record for each production of <a
 * href="https://webidl.spec.whatwg.org/#idl-grammar">the grammar</a> that carries meaning. All are
 * immutable.
 */
@NullMarked
package dev.usermedia.idl.ast;

import org.jspecify.annotations.NullMarked;
