/**
 * The way to libwebrtc, and the guards against what would end the process there. Nothing outside
 * calls its binding; see docs/decisions/129.
 */
@NullMarked
package dev.usermedia.webrtc.internal.natives;

import org.jspecify.annotations.NullMarked;
