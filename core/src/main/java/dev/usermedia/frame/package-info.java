/**
 * Frames of video and chunks of audio, after <a href="https://www.w3.org/TR/webcodecs/">WebCodecs
 * </a>, their off-heap memory and the pools it comes from. No method takes or returns {@code null}.
 */
@NullMarked
package dev.usermedia.frame;

import org.jspecify.annotations.NullMarked;
