package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceKind;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * The sound of an input, cut into chunks without regard to how it was packed. A microphone does not
 * pause: where the input does, there is silence. Times follow the count of samples, and the times
 * in the input gently, because many formats round those to milliseconds.
 */
final class SoundLane extends Lane {
  /** Ready ahead, in seconds. */
  private static final double AHEAD_SECONDS = 0.32;

  /** Chunks that are ready ahead at most, and at least if they are long. */
  private static final int MAX_AHEAD = 32;

  private static final int MIN_AHEAD = 3;

  /** Chunks that may be ready and with consumers; what comes on top is lost. */
  private static final int MAX_CHUNKS = 128;

  /** What times may be off within a stream before silence is put in, or sound left out. */
  private static final long SLACK_NS = 15_000_000;

  /** The same where a stream begins again or was damaged. */
  private static final long SEAM_SLACK_NS = 2_000_000;

  /** Of what times are off, this part is followed with each piece of sound. */
  private static final int FOLLOWING = 64;

  private final int rate;
  private final AudioLayout layout;
  private volatile int wantedSamples;
  private int chunkSamples;
  private @Nullable AudioDataPool pool; // for chunks so long
  private final SoundConverter converter;

  /** The piece of sound that is being cut: samples from {@code taken} on, so many. */
  private int taken;

  private int left;

  /** Silence that comes before it, in samples. */
  private long silence;

  /** The time of the next sample is {@code anchorNs} and so many samples. */
  private boolean anchored;

  private long anchorNs;
  private long samples;
  private boolean atSeam;

  private @Nullable AudioDataBuffer chunk;
  private int filled;
  private long chunkStartNs;

  private SoundLane(
      FileAddress address,
      AVStream stream,
      StreamDecoder decoder,
      PacketQueue packets,
      ReadyQueue ready,
      AudioMode mode) {
    super(address, stream, decoder, packets, ready);
    layout = AudioLayout.f32Planar(mode.sampleRateHz(), mode.channelCount());
    rate = mode.sampleRateHz();
    wantedSamples = samplesIn(mode.maxLatencySeconds());
    converter = new SoundConverter(layout, decoded);
  }

  static SoundLane open(
      FileAddress address, MediaInput input, PacketQueue packets, AudioMode mode, Object monitor)
      throws FFmpegException {
    AVStream stream = input.stream(SourceKind.MICROPHONE).orElseThrow();
    List<SoundSlot> slots = Stream.generate(SoundSlot::new).limit(MAX_AHEAD).toList();
    return new SoundLane(
        address,
        stream,
        new StreamDecoder(stream, 0),
        packets,
        new ReadyQueue(monitor, slots),
        mode);
  }

  /** Has the sound cut into chunks so long from the next one on; for the source that takes them. */
  void cut(double chunkSeconds) {
    wantedSamples = samplesIn(chunkSeconds);
    int ahead = (int) Math.ceil(AHEAD_SECONDS / chunkSeconds);
    ready.use(Math.clamp(ahead, MIN_AHEAD, MAX_AHEAD));
  }

  private int samplesIn(double seconds) {
    return Math.max(1, Math.toIntExact(Math.round(rate * seconds)));
  }

  @Override
  String what() {
    return "sound";
  }

  @Override
  long unitsIn(long packetNs) {
    return TimeBase.toSamples(packetNs, rate);
  }

  /** The time of the next sample. */
  @Override
  long endNs() {
    return anchorNs + TimeBase.ofSamples(samples, rate);
  }

  @Override
  void place(long presentNs) throws FFmpegException {
    long startNs = startNs();
    int count = converter.convert();
    long endNs = startNs + TimeBase.ofSamples(count, rate);
    if (startNs < limitNs() && limitNs() < endNs) {
      count = samplesUntil(limitNs() - startNs, count);
    }
    if (count == 0 || isBeforeJoining(endNs, presentNs)) {
      return;
    }
    taken = 0;
    left = count;
    if (!anchored) {
      int over = startNs >= presentNs ? 0 : samplesUntil(presentNs - startNs, count);
      skip(over);
      anchored = true;
      anchorNs = startNs + TimeBase.ofSamples(over, rate);
      samples = 0;
      return;
    }
    long offNs = startNs - endNs();
    long slackNs = atSeam ? SEAM_SLACK_NS : SLACK_NS;
    atSeam = false;
    if (offNs > slackNs) {
      silence = TimeBase.toSamples(offNs, rate);
    } else if (offNs < -slackNs) {
      skip(samplesUntil(-offNs, count));
    } else {
      anchorNs += offNs / FOLLOWING;
    }
  }

  private int samplesUntil(long ns, int atMost) {
    return (int) Math.min(atMost, TimeBase.toSamples(ns, rate));
  }

  private void skip(int count) {
    taken += count;
    left -= count;
  }

  @Override
  boolean goOn() {
    if (silence == 0 && left == 0) {
      return false;
    }
    if (filled == 0) {
      beginChunk();
    }
    int count = (int) Math.min(chunkSamples - filled, silence > 0 ? silence : left);
    if (chunk != null) {
      write(chunk, count);
    }
    if (silence > 0) {
      silence -= count;
    } else {
      skip(count);
    }
    advance(count);
    filled += count;
    if (filled == chunkSamples) {
      putChunk();
    }
    return true;
  }

  private void beginChunk() {
    AudioDataPool current = pool;
    int wanted = wantedSamples;
    if (current == null || chunkSamples != wanted) {
      if (current != null) {
        current.close(); // what consumers hold stays theirs
      }
      chunkSamples = wanted;
      current = new AudioDataPool(layout, wanted, MAX_CHUNKS);
      pool = current;
    }
    chunk = current.acquire().orElse(null); // if there is none, the chunk will be lost
    chunkStartNs = endNs();
  }

  private void write(AudioDataBuffer into, int count) {
    if (silence == 0) {
      converter.copy(taken, count, into, filled);
      return;
    }
    for (int channel = 0; channel < into.layout().numberOfChannels(); channel++) {
      into.plane(channel)
          .asSlice((long) Float.BYTES * filled, (long) Float.BYTES * count)
          .fill((byte) 0);
    }
  }

  private void advance(int count) {
    samples += count;
    if (samples >= rate) { // a second of samples is a second, without rounding
      samples -= rate;
      anchorNs += TimeBase.NANOS_PER_SECOND;
    }
  }

  private void putChunk() {
    SoundSlot slot = (SoundSlot) ready.take();
    slot.fill(chunk, filled);
    slot.startNs = chunkStartNs;
    slot.endNs = chunkStartNs + TimeBase.ofSamples(filled, rate);
    chunk = null;
    filled = 0;
    put(slot);
  }

  @Override
  void reset() {
    if (chunk != null) {
      chunk.discard();
      chunk = null;
    }
    filled = 0;
    left = 0;
    silence = 0;
    anchored = false;
    atSeam = false;
  }

  @Override
  void seam() {
    atSeam = true;
  }

  @Override
  void finish() {
    if (filled > 0) {
      putChunk();
    }
  }

  @Override
  public void close() {
    reset();
    super.close();
    converter.close();
    if (pool != null) {
      pool.close();
    }
  }
}
