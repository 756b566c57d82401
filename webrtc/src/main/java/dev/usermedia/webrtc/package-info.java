/** WebRTC under the specification's names: peers that send tracks to each other. */
@NullMarked
package dev.usermedia.webrtc;

import org.jspecify.annotations.NullMarked;
