package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tracks of one shape on one source: decimate, crop and scale, resample and mix, blank, then
 * one call for each sink. Delivering is done by the source's capture thread alone; the lists are
 * replaced, never changed, by the hub under its lock.
 */
final class Branch {
  private final TrackShape shape;
  private final VideoStage video;
  private final SoundStage sound;
  private final SilenceStage silence;
  private final Consumer<Throwable> report;

  /** Members and their sinks; written under the hub's lock. */
  private volatile TrackEndpoint[] members = {};

  private volatile List<SinkEntry<VideoFrame>> videoSinks = List.of();
  private volatile List<SinkEntry<AudioData>> audioSinks = List.of();

  /** Written by the capture thread, read by anybody; stand still while the branch is blank. */
  private volatile long delivered;

  private volatile long discarded;
  private volatile long lost;
  private volatile long deliveredUs;
  private volatile long lostUs;

  Branch(TrackShape shape, double sourceRate, Consumer<Throwable> report) {
    this.shape = shape;
    this.video = new VideoStage(shape, sourceRate);
    this.sound = new SoundStage(shape);
    this.silence = new SilenceStage(shape);
    this.report = report;
  }

  TrackShape shape() {
    return shape;
  }

  TrackCounts counts() {
    return new TrackCounts(delivered, discarded, lost, deliveredUs, lostUs);
  }

  boolean isEmpty() {
    return members.length == 0;
  }

  TrackEndpoint[] members() {
    return members;
  }

  /** Under the hub's lock. */
  void setMembers(TrackEndpoint[] newMembers) {
    members = newMembers;
    List<SinkEntry<VideoFrame>> videos = new ArrayList<>();
    List<SinkEntry<AudioData>> audios = new ArrayList<>();
    for (TrackEndpoint member : newMembers) {
      videos.addAll(member.videoSinks());
      audios.addAll(member.audioSinks());
    }
    videoSinks = List.copyOf(videos);
    audioSinks = List.copyOf(audios);
  }

  @SuppressWarnings("ReferenceEquality") // the very frame, or another
  void deliver(VideoFrame frame) {
    if (!video.keeps(frame)) {
      count(0, 1, 0);
      return;
    }
    List<SinkEntry<VideoFrame>> sinks = videoSinks;
    VideoFrame out = sinks.isEmpty() ? frame : video.apply(frame);
    if (out == null) {
      count(0, 0, 1);
      return;
    }
    count(1, 0, 0);
    if (out == frame) {
      pass(out, sinks);
    } else {
      passMade(out, sinks);
    }
  }

  /** Sound that has been under way for so long. */
  void deliver(AudioData data, long latencyUs) {
    List<SinkEntry<AudioData>> sinks = audioSinks;
    if (shape.blank()) {
      AudioData out = sinks.isEmpty() ? null : silence.apply(data);
      if (out != null) {
        passMade(out, sinks);
      }
      return;
    }
    sound.endBefore(data);
    long nowUs = data.timestampUs() + latencyUs;
    deliverMade(nowUs, sinks);
    sound.take(data);
    if (sound.passes(data)) {
      count(data.numberOfFrames(), 0, 0);
      measure(latencyUs);
      pass(data, sinks);
    } else {
      deliverMade(nowUs, sinks);
    }
  }

  /** The source has ended: what conversion held back comes now. */
  void end(long nowUs) {
    if (!shape.blank()) {
      sound.end();
      deliverMade(nowUs, audioSinks);
    }
  }

  /** Sound that was converted, if any is ready. */
  private void deliverMade(long nowUs, List<SinkEntry<AudioData>> sinks) {
    int frames = sound.available();
    if (frames == 0) {
      return;
    }
    long latencyUs = nowUs - sound.nextUs();
    if (sinks.isEmpty()) {
      sound.skip();
    } else {
      AudioData out = sound.make();
      if (out == null) {
        count(0, 0, frames);
        return;
      }
      passMade(out, sinks);
    }
    count(frames, 0, 0);
    measure(latencyUs);
  }

  private void measure(long latencyUs) {
    for (TrackEndpoint member : members) {
      member.latency().add(latencyUs);
    }
  }

  /** The source lost pictures, or samples of each channel. */
  void lost(long count) {
    count(0, 0, sound.lost(count));
  }

  private <F extends AutoCloseable> void pass(F out, List<SinkEntry<F>> sinks) {
    for (SinkEntry<F> sink : sinks) {
      try {
        sink.accept(out);
      } catch (Throwable failure) {
        report.accept(failure);
      }
    }
  }

  /** Passes on what was made here, and lets it go. */
  private <F extends AutoCloseable> void passMade(F out, List<SinkEntry<F>> sinks) {
    pass(out, sinks);
    try {
      out.close();
    } catch (Exception failure) {
      report.accept(failure);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  private void count(long moreDelivered, long moreDiscarded, long moreLost) {
    if (!shape.blank()) {
      delivered += moreDelivered;
      discarded += moreDiscarded;
      lost += moreLost;
      deliveredUs += durationUs(moreDelivered);
      lostUs += durationUs(moreLost);
    }
  }

  private long durationUs(long samples) {
    int sampleRateHz = sound.sampleRateHz();
    return sampleRateHz == 0 ? 0 : samples * 1_000_000 / sampleRateHz;
  }

  /** On the capture thread or once the source is closed. */
  void close() {
    video.close();
    sound.close();
    silence.close();
  }
}
