/**
 * The object model of <a href="https://www.w3.org/TR/mediacapture-streams/">Media Capture and
 * Streams</a>: contexts, devices, streams and tracks. No method takes or returns {@code null}.
 */
@NullMarked
package dev.usermedia;

import org.jspecify.annotations.NullMarked;
