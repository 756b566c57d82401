/**
 * FFmpeg's libraries as the rest of this room uses them: loaded once, errors with names, pictures
 * passed both ways without copying. Struct offsets come from JavaCPP, which is compiled against the
 * same headers; hot fields are then read as plain memory.
 */
@NullMarked
package dev.usermedia.codecs.internal.ffmpeg;

import org.jspecify.annotations.NullMarked;
