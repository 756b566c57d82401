package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.usermedia.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * What a sender sends from: the library's own source and track, which live as long as the
 * connection. Pushing may be done from any thread, and does nothing once it is closed.
 */
public final class NativeSource {
  private final Natives natives;
  private final @Nullable CustomVideoSource video;
  private final @Nullable CustomAudioSource audio;
  private final MediaStreamTrack track;
  private volatile boolean closed;

  /** On the thread. */
  NativeSource(Natives natives, PeerConnectionFactory factory, MediaKind kind, String id) {
    this.natives = natives;
    if (kind == MediaKind.VIDEO) {
      this.video = new CustomVideoSource();
      this.audio = null;
      this.track = factory.createVideoTrack(id, video);
    } else {
      this.video = null;
      this.audio = new CustomAudioSource();
      this.track = factory.createAudioTrack(id, audio);
    }
  }

  MediaStreamTrack track() {
    return track;
  }

  /** Sends a picture, whose buffer stays the caller's. */
  public void video(NativeI420Buffer buffer, int rotation) {
    natives.push(
        buffer,
        it -> {
          if (!closed && video != null) {
            video.pushFrame(new VideoFrame(it, rotation, System.nanoTime()));
          }
        });
  }

  /** Sends 10 ms of sound: interleaved samples of 16 bits, little-endian. */
  public void audio(byte[] samples, int sampleRateHz, int channels) {
    natives.push(
        samples,
        it -> {
          if (!closed && audio != null) {
            audio.pushAudio(it, Short.SIZE, sampleRateHz, channels, sampleRateHz / 100);
          }
        });
  }

  /** On the thread, after the connection. */
  void close() {
    closed = true;
    Natives.released("a track", track::dispose);
    if (video != null) {
      video.dispose();
    }
    if (audio != null) {
      audio.dispose();
    }
  }
}
