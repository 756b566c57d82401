package dev.usermedia;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.internal.pipeline.SinkEntry;
import java.util.List;
import java.util.function.UnaryOperator;

/** The consumers of a track, each of which keeps the track from being collected. */
final class TrackSinks {
  private final MediaStreamTrack track;

  TrackSinks(MediaStreamTrack track) {
    this.track = track;
  }

  /** Adds a consumer of pictures, which is told once nothing more will be delivered to it. */
  SinkRegistration addVideo(Delivery delivery, VideoSink sink, Runnable closed) {
    requireKind(MediaKind.VIDEO);
    return add(
        new SinkEntry<>(
            track.label(), delivery, sink::frame, VideoFrame::clone, closed, track.loop()::report),
        track.link().source()::videoSinks);
  }

  /** Adds a consumer of sound, which is told once nothing more will be delivered to it. */
  SinkRegistration addAudio(Delivery delivery, AudioSink sink, Runnable closed) {
    requireKind(MediaKind.AUDIO);
    return add(
        new SinkEntry<>(
            track.label(), delivery, sink::data, AudioData::clone, closed, track.loop()::report),
        track.link().source()::audioSinks);
  }

  private void requireKind(MediaKind wanted) {
    if (!track.kind().equals(wanted.value())) {
      throw new IllegalStateException("a sink for " + wanted + " on a track of " + track.kind());
    }
  }

  private interface Change<F extends AutoCloseable> {
    boolean sinks(UnaryOperator<List<SinkEntry<F>>> change);
  }

  private <F extends AutoCloseable> SinkRegistration add(SinkEntry<F> entry, Change<F> sinks) {
    boolean added =
        sinks.sinks(
            list -> {
              list.add(entry);
              return list;
            });
    if (!added) {
      entry.close();
      throw new DOMException("the track has ended", "InvalidStateError");
    }
    track.link().pin(entry, track);
    return new SinkRegistration() {
      @Override
      public long discardedFrames() {
        return entry.discarded();
      }

      @Override
      public void close() {
        sinks.sinks(
            list -> {
              list.remove(entry);
              return list;
            });
        entry.close();
        track.link().pin(entry, null);
      }
    };
  }
}
