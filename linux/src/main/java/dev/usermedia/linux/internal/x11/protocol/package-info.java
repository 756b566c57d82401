/**
 * The client's side of the <a
 * href="https://www.x.org/releases/current/doc/xproto/x11protocol.html">X11 protocol</a>: as much
 * of it as capturing takes, in plain Java over a socket.
 */
@NullMarked
package dev.usermedia.linux.internal.x11.protocol;

import org.jspecify.annotations.NullMarked;
