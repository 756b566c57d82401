package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaRecordSpec;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A stream in one mode, cut into chunks. Belongs to the thread of its connection. */
final class Capture implements AutoCloseable {
  /** So much sound consumers may hold before more of it is lost. */
  private static final double HELD_SECONDS = 4;

  private final RecordStream stream;
  private final SampleClock samples;
  private final StreamTiming timing;
  private final ChannelMix mix;
  private final AudioDataPool pool;
  private final int frameBytes;
  private final int chunkFrames;

  // positions in the stream, in samples of each channel
  private long dropped; // the server's and the library's next
  private long position; // ours: within the fragment that is looked at
  private long skipTo; // nothing before is delivered

  private long jumpedUs;
  private @Nullable AudioDataBuffer chunk;
  private int filled;

  Capture(PulseConnection connection, PaDeviceInfo source, AudioMode mode, MediaClock clock) {
    chunkFrames = Math.max(1, (int) Math.round(mode.maxLatencySeconds() * mode.sampleRateHz()));
    PaRecordSpec spec =
        new PaRecordSpec(mode.sampleRateHz(), source.channelPositions(), chunkFrames);
    pool =
        new AudioDataPool(
            AudioLayout.f32Planar(mode.sampleRateHz(), mode.channelCount()),
            chunkFrames,
            (int) Math.ceil(HELD_SECONDS / mode.maxLatencySeconds()));
    mix = new ChannelMix(source.channelPositions(), mode.channelCount());
    samples = new SampleClock(mode.sampleRateHz());
    stream = new RecordStream(connection, source, spec);
    frameBytes = spec.frameBytes();
    timing = new StreamTiming(stream.address(), frameBytes, clock, samples);
  }

  /** Completed once the server records, or refuses to. */
  CompletableFuture<Void> ready() {
    return stream.ready();
  }

  boolean isReady() {
    return stream.isReady();
  }

  /** Whether the server refused to record. */
  boolean isRefused() {
    return stream.ready().isCompletedExceptionally();
  }

  /** Whether it is known when samples were captured. */
  boolean isTimed() {
    return samples.isSet();
  }

  boolean isSuspended() {
    return stream.isSuspended();
  }

  /** When the next sample was captured, if {@link #isTimed}. */
  long nextUs() {
    return samples.timeUs(position);
  }

  /** Notes what came; returns what ended a stream that was ready. */
  Optional<SourceException> observe() {
    Optional<SourceException> ended = stream.observe();
    if (ended.isEmpty() && stream.isReady()) {
      jumpedUs += timing.observe(dropped);
      if (stream.isSuspended()) {
        samples.restart();
      }
      if (stream.readableFrames() > 0) {
        timing.dataCame();
      }
    }
    return ended;
  }

  /** Delivers the whole chunks that came. */
  void deliver(Outlet to) throws SourceException {
    if (jumpedUs > 0) {
      // A server whose buffer overflows drops sound without a word; only time tells.
      to.lost(jumpedUs * pool.layout().sampleRateHz() / 1_000_000);
    }
    jumpedUs = 0;
    while (samples.isSet() && !to.isShut() && stream.peek()) {
      int frames = stream.peekedFrames();
      take(stream.peekedAddress(), frames, to);
      stream.drop();
      dropped += frames;
    }
  }

  /** Delivers the part of a chunk that came. */
  void flush(Outlet to) {
    if (filled == 0) {
      return;
    }
    if (chunk == null) {
      to.lost(filled); // consumers hold all there is
    } else {
      to.audio(chunk, filled, samples.timeUs(position - filled));
      chunk = null;
    }
    filled = 0;
  }

  /** Does not deliver what was captured before a time. */
  void skipUntil(long us) {
    long frames = (us - nextUs()) * pool.layout().sampleRateHz() / 1_000_000;
    skipTo = position + Math.max(0, frames);
  }

  @Override
  public void close() {
    if (chunk != null) {
      chunk.discard();
      chunk = null;
    }
    pool.close();
    timing.close();
    stream.close();
  }

  private void take(long address, int frames, Outlet to) {
    if (address == 0) {
      flush(to);
      to.lost(frames);
      position += frames;
      return;
    }
    int taken = Math.clamp(skipTo - position, 0, frames);
    position += taken;
    while (taken < frames && !to.isShut()) {
      if (filled == 0) {
        chunk = pool.acquire().orElse(null);
      }
      int count = Math.min(frames - taken, chunkFrames - filled);
      if (chunk != null) {
        mix.write(address + (long) taken * frameBytes, count, chunk, filled);
      }
      filled += count;
      taken += count;
      position += count;
      if (filled == chunkFrames) {
        flush(to);
      }
    }
  }
}
