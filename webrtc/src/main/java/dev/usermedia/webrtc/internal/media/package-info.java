/** Pictures and sound on their way between tracks and libwebrtc. */
@NullMarked
package dev.usermedia.webrtc.internal.media;

import org.jspecify.annotations.NullMarked;
