/**
 * Files and URLs as cameras and microphones: {@code file:clip.mp4}, {@code file:voice.wav#loop},
 * {@code file:rtsp://host/path}.
 *
 * <p>A {@link dev.usermedia.codecs.internal.file.Playback} reads one input on a thread of its own,
 * decodes a little ahead, and puts pictures and sound on one time line. The sources of the input,
 * at most one camera and one microphone, take from it on their capture threads and deliver when the
 * clock says so.
 */
@NullMarked
package dev.usermedia.codecs.internal.file;

import org.jspecify.annotations.NullMarked;
