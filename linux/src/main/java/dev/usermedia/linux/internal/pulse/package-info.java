/** Microphones of a PulseAudio server, or of PipeWire's, which speaks the same protocol. */
@NullMarked
package dev.usermedia.linux.internal.pulse;

import org.jspecify.annotations.NullMarked;
