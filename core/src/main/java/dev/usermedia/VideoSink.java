package dev.usermedia;

import dev.usermedia.frame.VideoFrame;

/** Consumes the pictures of a track. */
@FunctionalInterface
public interface VideoSink {
  /**
   * A picture, readable until this method returns; {@link VideoFrame#clone} keeps it longer. Which
   * thread calls, and what happens while this method is busy, is up to the {@link Delivery} that
   * the sink was added with.
   */
  void frame(VideoFrame frame);
}
