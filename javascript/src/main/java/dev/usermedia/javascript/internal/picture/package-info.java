/** Pictures of a script: the newest of a track, the memory of a canvas, and what paints there. */
@NullMarked
package dev.usermedia.javascript.internal.picture;

import org.jspecify.annotations.NullMarked;
