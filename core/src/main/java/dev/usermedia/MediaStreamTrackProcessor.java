package dev.usermedia;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.streams.ReadableStream;
import java.util.function.Supplier;

/**
 * A track's frames as a stream to read. As many as {@code maxBufferSize} wait to be read; after
 * that each new one drives out the oldest, so that a slow reader is late by no more than that and
 * never holds the device up. Who reads a frame closes it. The stream closes when the track ends,
 * and what waits in it is let go.
 *
 * <p>Safe for use from any thread. The track is not collected while the stream is open.
 *
 * @param <F> {@link VideoFrame} or {@link AudioData}
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#track-processor">MediaStreamTrack
 *     Insertable Media Processing, MediaStreamTrackProcessor</a>
 */
public final class MediaStreamTrackProcessor<F extends AutoCloseable> {
  /** Pictures that may wait: devices and the pipeline have some two dozen to fill. */
  private static final int MAX_BUFFERED_PICTURES = 16;

  private final FrameReader<F> reader;

  private MediaStreamTrackProcessor(FrameReader<F> reader) {
    this.reader = reader;
  }

  /**
   * Of a video track.
   *
   * @throws TypeError if it is an audio track
   */
  public static MediaStreamTrackProcessor<VideoFrame> ofVideo(MediaStreamTrackProcessorInit init) {
    MediaStreamTrack track = init.track();
    requireKind(track, MediaKind.VIDEO);
    int size = Math.min(init.maxBufferSize().orElse(1), MAX_BUFFERED_PICTURES);
    FrameReader<VideoFrame> reader = new FrameReader<>(track, size, VideoFrame::clone);
    return opened(
        reader, () -> track.addVideoSink(Delivery.direct(), reader::deliver, reader::close));
  }

  /**
   * Of an audio track.
   *
   * @throws TypeError if it is a video track
   */
  public static MediaStreamTrackProcessor<AudioData> ofAudio(MediaStreamTrackProcessorInit init) {
    MediaStreamTrack track = init.track();
    requireKind(track, MediaKind.AUDIO);
    FrameReader<AudioData> reader =
        new FrameReader<>(track, init.maxBufferSize().orElse(1), AudioData::clone);
    return opened(
        reader, () -> track.addAudioSink(Delivery.direct(), reader::deliver, reader::close));
  }

  private static <F extends AutoCloseable> MediaStreamTrackProcessor<F> opened(
      FrameReader<F> reader, Supplier<SinkRegistration> sink) {
    try {
      reader.open(sink.get());
    } catch (DOMException e) {
      reader.close(); // the track has ended before
    }
    return new MediaStreamTrackProcessor<>(reader);
  }

  /** The track's frames. Always the same stream. */
  public ReadableStream<F> readable() {
    return reader;
  }

  /**
   * Frames that the track delivered while the stream was open, those among them that nobody read.
   */
  public long totalFrames() {
    return reader.total();
  }

  /** Frames that nobody read in time. */
  public long discardedFrames() {
    return reader.discarded();
  }

  private static void requireKind(MediaStreamTrack track, MediaKind kind) {
    if (!track.kind().equals(kind.value())) {
      throw new TypeError("a processor of " + kind.value() + " for " + track);
    }
  }
}
