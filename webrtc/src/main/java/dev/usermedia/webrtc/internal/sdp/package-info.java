/** Reading session descriptions and what stands in them. */
@NullMarked
package dev.usermedia.webrtc.internal.sdp;

import org.jspecify.annotations.NullMarked;
