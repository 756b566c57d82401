package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps what a source delivers, for a test to look at; safe for use from any thread. */
final class Tape implements SourceOutput {
  private static final long PATIENCE_SECONDS = 20;

  private final LongSupplier nowUs;
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Sound> sounds = new ArrayList<>();
  private final List<Boolean> mutes = new ArrayList<>();
  private final LinkedBlockingQueue<Object> arrivals = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<SourceException> endings = new ArrayList<>();
  private long lost;

  /** A picture: its visible part, plane after plane without padding. */
  record Picture(
      long timestampUs,
      long durationUs,
      VideoLayout layout,
      long address,
      MemorySegment bytes,
      long arrivedUs) {
    int sample(int index) {
      return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, index));
    }
  }

  /** A chunk of sound: samples by channel. */
  record Sound(long timestampUs, List<float[]> samples, long arrivedUs) {
    int length() {
      return samples.getFirst().length;
    }
  }

  Tape(LongSupplier nowUs) {
    this.nowUs = nowUs;
  }

  @Override
  public synchronized void video(VideoFrame frame) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[(int) frame.allocationSize()]);
    long copied = frame.copyTo(bytes);
    assertThat(copied).isEqualTo(bytes.byteSize());
    pictures.add(
        new Picture(
            frame.timestampUs(),
            frame.durationUs(),
            frame.layout(),
            frame.plane(0).address(),
            bytes,
            nowUs.getAsLong()));
    arrivals.add(frame);
  }

  @Override
  public synchronized void audio(AudioData data) {
    List<float[]> samples = new ArrayList<>();
    for (int channel = 0; channel < data.numberOfChannels(); channel++) {
      samples.add(
          data.plane(channel)
              .asSlice(0, data.layout().planeBytes(data.numberOfFrames()))
              .toArray(ValueLayout.JAVA_FLOAT));
    }
    sounds.add(new Sound(data.timestampUs(), samples, nowUs.getAsLong()));
    arrivals.add(data);
  }

  @Override
  public synchronized void lost(long count) {
    lost += count;
  }

  @Override
  public synchronized void muted(boolean muted) {
    mutes.add(muted);
    arrivals.add(muted);
  }

  @Override
  public void ended(SourceException cause) {
    synchronized (this) {
      endings.add(cause);
    }
    ended.countDown();
  }

  synchronized List<Picture> pictures() {
    return List.copyOf(pictures);
  }

  synchronized List<Sound> sounds() {
    return List.copyOf(sounds);
  }

  synchronized List<Boolean> mutes() {
    return List.copyOf(mutes);
  }

  synchronized long lost() {
    return lost;
  }

  synchronized List<SourceException> endings() {
    return List.copyOf(endings);
  }

  /** All of one channel, one chunk after the other. */
  synchronized float[] channel(int channel) {
    float[] all = new float[sounds.stream().mapToInt(Sound::length).sum()];
    int at = 0;
    for (Sound sound : sounds) {
      System.arraycopy(sound.samples.get(channel), 0, all, at, sound.length());
      at += sound.length();
    }
    return all;
  }

  /** Waits for so many deliveries that were not waited for before. */
  void await(int deliveries) throws InterruptedException {
    for (int i = 0; i < deliveries; i++) {
      if (arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
        throw new AssertionError("only " + i + " of " + deliveries + " deliveries came");
      }
    }
  }

  /** Waits for the source to end, and returns why. */
  SourceException awaitEnd() throws InterruptedException {
    if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the source did not end");
    }
    return endings().getFirst();
  }
}
