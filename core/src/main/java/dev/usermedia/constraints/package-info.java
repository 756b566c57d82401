/**
 * Constraints, capabilities and settings of tracks, as <a
 * href="https://www.w3.org/TR/mediacapture-streams/#constrainable-interface">Media Capture and
 * Streams</a> and its companions define them. All types are immutable. No method takes or returns
 * {@code null}, save that a tree handed to a {@code fromMap} may hold it where JSON does.
 */
@NullMarked
package dev.usermedia.constraints;

import org.jspecify.annotations.NullMarked;
