/**
 * The recording engine. Capture threads leave frames in {@linkplain LaneQueue queues}; one thread
 * for each track, a {@linkplain Lane lane}, encodes them; the {@linkplain WebmMuxer muxer} puts the
 * results in order. A {@linkplain Recording recording} holds it together.
 */
@NullMarked
package dev.usermedia.codecs.internal.recorder;

import org.jspecify.annotations.NullMarked;
