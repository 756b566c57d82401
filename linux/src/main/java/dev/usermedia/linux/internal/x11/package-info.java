/**
 * Screens and windows of an X11 display as devices. Pixels come through shared memory that the
 * frames then stand on.
 */
@NullMarked
package dev.usermedia.linux.internal.x11;

import org.jspecify.annotations.NullMarked;
