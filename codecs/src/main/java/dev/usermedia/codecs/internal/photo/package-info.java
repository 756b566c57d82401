/** Single pictures encoded by FFmpeg. */
@NullMarked
package dev.usermedia.codecs.internal.photo;

import org.jspecify.annotations.NullMarked;
