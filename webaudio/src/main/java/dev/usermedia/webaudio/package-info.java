/**
 * Web Audio's graphs of audio nodes, and the nodes that lead from media streams into them and back.
 * No method takes or returns {@code null}.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/">Web Audio API</a>
 */
@NullMarked
package dev.usermedia.webaudio;

import org.jspecify.annotations.NullMarked;
