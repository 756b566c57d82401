package dev.usermedia.webrtc.internal.media;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;

/**
 * Makes a track of what a receiver decodes. The track is muted while nothing is to come, and until
 * something does.
 */
public abstract sealed class Intake permits VideoIntake, AudioIntake {
  /** Guarded by this. */
  private boolean receptive;

  private boolean hasArrived;
  private boolean ended;

  /** The track. Always the same. */
  public abstract MediaStreamTrack track();

  /** Takes what a transceiver of libwebrtc receives, until its connection is closed. */
  public abstract void receiveFrom(NativeTransceiver transceiver);

  /** Media for which there was no room. */
  public abstract long dropped();

  abstract void mute(boolean muted);

  abstract void end();

  /** Media is to come from now on: the first unmutes the track. */
  public final synchronized void open() {
    receptive = !ended;
  }

  /** Nothing is to come for now. */
  public final synchronized void shut() {
    receptive = false;
    hasArrived = false;
    mute(true);
  }

  /** With the lock: whether what has come is to be delivered. */
  final boolean arrived() {
    if (receptive && !hasArrived) {
      hasArrived = true;
      mute(false);
    }
    return receptive;
  }

  /** Ends the track and its clones, with an event. */
  public final synchronized void stop() {
    receptive = false;
    ended = true;
    end();
  }

  /** Ends the track without an event, and its clones. */
  public final void close() {
    track().stop();
    stop();
  }

  /** Runs a callback of the library, which must not throw into it: the process would end. */
  static void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      System.getLogger("dev.usermedia.webrtc")
          .log(System.Logger.Level.ERROR, "in a callback of libwebrtc", failure);
    }
  }
}
