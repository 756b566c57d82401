/** Arithmetic on samples that knows no graph. */
@NullMarked
package dev.usermedia.webaudio.internal.dsp;

import org.jspecify.annotations.NullMarked;
