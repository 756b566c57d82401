/**
 * <a href="https://webidl.spec.whatwg.org/">Web IDL</a>: {@link dev.usermedia.idl.IdlParser} reads
 * it, {@link dev.usermedia.idl.IdlWriter} prints it, {@link dev.usermedia.idl.IdlModel} joins
 * partial definitions and mixins, {@link dev.usermedia.idl.IdlFiles} has the specifications' own.
 */
@NullMarked
package dev.usermedia.idl;

import org.jspecify.annotations.NullMarked;
