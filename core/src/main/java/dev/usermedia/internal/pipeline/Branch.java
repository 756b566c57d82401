package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tracks of one shape on one source: decimate, crop and scale, blank, then one call for each
 * sink. Delivering is done by the source's capture thread alone; the lists are replaced, never
 * changed, by the hub under its lock.
 */
final class Branch {
  private final TrackShape shape;
  private final VideoStage video;
  private final SilenceStage silence = new SilenceStage();
  private final Consumer<Throwable> report;

  /** Members and their sinks; written under the hub's lock. */
  private volatile TrackEndpoint[] members = {};

  private volatile List<SinkEntry<VideoFrame>> videoSinks = List.of();
  private volatile List<SinkEntry<AudioData>> audioSinks = List.of();

  /** Written by the capture thread, read by anybody. */
  private volatile long delivered;

  private volatile long discarded;
  private volatile long starved;

  Branch(TrackShape shape, double sourceRate, Consumer<Throwable> report) {
    this.shape = shape;
    this.video = new VideoStage(shape, sourceRate);
    this.report = report;
  }

  TrackShape shape() {
    return shape;
  }

  long delivered() {
    return delivered;
  }

  /** Frames left out for the sake of the frame rate. */
  long discarded() {
    return discarded;
  }

  /** Frames, or samples, lost because consumers held all of the pool. */
  long starved() {
    return starved;
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

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void deliver(VideoFrame frame) {
    if (!video.keeps(frame)) {
      discarded++;
      return;
    }
    List<SinkEntry<VideoFrame>> sinks = videoSinks;
    if (sinks.isEmpty()) {
      delivered++;
      return;
    }
    VideoFrame out = video.apply(frame);
    if (out == null) {
      starved++;
      return;
    }
    delivered++;
    try {
      for (SinkEntry<VideoFrame> sink : sinks) {
        try {
          sink.accept(out);
        } catch (Throwable failure) {
          report.accept(failure);
        }
      }
    } finally {
      if (out != frame) {
        out.close();
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void deliver(AudioData data) {
    List<SinkEntry<AudioData>> sinks = audioSinks;
    if (sinks.isEmpty()) {
      delivered += data.numberOfFrames();
      return;
    }
    AudioData out = shape.blank() ? silence.apply(data) : data;
    if (out == null) {
      starved += data.numberOfFrames();
      return;
    }
    delivered += data.numberOfFrames();
    try {
      for (SinkEntry<AudioData> sink : sinks) {
        try {
          sink.accept(out);
        } catch (Throwable failure) {
          report.accept(failure);
        }
      }
    } finally {
      if (out != data) {
        out.close();
      }
    }
  }

  /** On the capture thread or once the source is closed. */
  void close() {
    video.close();
    silence.close();
  }
}
