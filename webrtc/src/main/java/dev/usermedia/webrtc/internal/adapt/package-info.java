/** What a sender of pictures gives up when it cannot send all; see docs/decisions/130. */
@NullMarked
package dev.usermedia.webrtc.internal.adapt;

import org.jspecify.annotations.NullMarked;
