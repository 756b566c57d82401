/**
 * The functions, constants and structures of {@code libpulse.so.0} that capturing needs, under
 * their own names and without policy. A libpulse object belongs to the thread that turns its main
 * loop; only {@link PaMainloop#wakeup} may be called from another.
 *
 * @see <a href="https://www.freedesktop.org/software/pulseaudio/doxygen/">PulseAudio's client
 *     API</a>
 */
@NullMarked
package dev.usermedia.linux.internal.pulse.libpulse;

import org.jspecify.annotations.NullMarked;
