/** What is built on FFmpeg: the recorder, photos, files as capture devices. */
@NullMarked
package dev.usermedia.codecs;

import org.jspecify.annotations.NullMarked;
