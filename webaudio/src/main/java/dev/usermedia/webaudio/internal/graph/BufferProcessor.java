package dev.usermedia.webaudio.internal.graph;

import org.jspecify.annotations.Nullable;

/**
 * Plays samples from memory.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#playback-AudioBufferSourceNode">Web Audio
 *     API, Playback of AudioBuffer Contents</a>
 */
public final class BufferProcessor extends ScheduledProcessor {
  private static final double CENTS_PER_OCTAVE = 1200;
  private static final double CLOSE = 1e-6;

  private final ParamProcessor playbackRate;
  private final ParamProcessor detune;
  private @Nullable Contents contents;
  private Loop loop = new Loop(false, 0, 0);
  private double offsetSeconds;
  private double durationSeconds = Double.POSITIVE_INFINITY;
  private boolean begun;
  private boolean enteredLoop;
  private double position;
  private double played;

  /** Samples that do not change any more. */
  public static final class Contents {
    private final float sampleRateHz;
    private final int length;
    private final float[][] channels;

    /** Takes the arrays over. */
    public Contents(float sampleRateHz, int length, float[][] channels) {
      this.sampleRateHz = sampleRateHz;
      this.length = length;
      this.channels = channels;
    }
  }

  /** What is repeated, in seconds; to the end if the end is not behind the start. */
  public record Loop(boolean on, double startSeconds, double endSeconds) {}

  /** A source that was not started. */
  public BufferProcessor(ParamProcessor playbackRate, ParamProcessor detune) {
    super(playbackRate, detune);
    this.playbackRate = playbackRate;
    this.detune = detune;
  }

  /** What is played from now on. */
  public void contents(@Nullable Contents newContents) {
    contents = newContents;
  }

  public void loop(Loop newLoop) {
    loop = newLoop;
  }

  /** Which part is played, in seconds of the contents. */
  public void part(double newOffsetSeconds, double newDurationSeconds) {
    offsetSeconds = newOffsetSeconds;
    durationSeconds = newDurationSeconds;
  }

  @Override
  protected int sound(Quantum quantum, Signal to, int from, int end) {
    Contents playing = contents;
    if (playing == null) {
      to.silence(1);
      return end;
    }
    to.write(playing.channels.length);
    double rate = playbackRate.first() * Math.pow(2, detune.first() / CENTS_PER_OCTAVE);
    double step = rate * playing.sampleRateHz / quantum.sampleRateHz();
    double loopStart = 0;
    double loopEnd = playing.length;
    if (loop.on && loop.startSeconds >= 0 && loop.endSeconds > loop.startSeconds) {
      loopStart = Math.min(place(loop.startSeconds, playing), playing.length);
      loopEnd = Math.min(place(loop.endSeconds, playing), playing.length);
    }
    if (!begun) {
      begin(playing, quantum.seconds(from), step, quantum.sampleRateHz());
    }
    double duration = place(durationSeconds, playing);
    for (int i = from; i < end; i++) {
      if (loop.on && loopEnd > loopStart) {
        repeat(loopStart, loopEnd);
      } else if (step >= 0 ? position >= playing.length : position < 0) {
        return i;
      }
      if (played >= duration) {
        return i;
      }
      for (int channel = 0; channel < playing.channels.length; channel++) {
        to.channel(channel)[i] = at(playing, channel, loopStart, loopEnd);
      }
      position += step;
      played += Math.abs(step);
    }
    return end;
  }

  /** In samples; a time this close to a sample is the sample's own. */
  private static double place(double seconds, Contents playing) {
    double place = seconds * playing.sampleRateHz;
    double nearest = Math.rint(place);
    return Math.abs(place - nearest) < CLOSE ? nearest : place;
  }

  private void begin(Contents playing, double seconds, double step, float sampleRateHz) {
    begun = true;
    position = Math.clamp(place(offsetSeconds, playing), 0, playing.length);
    // a start between two samples of the context
    double late = (seconds - Math.max(startSeconds(), 0)) * sampleRateHz;
    if (late > CLOSE && late < 1) {
      position += late * step;
      played = late * Math.abs(step);
    }
    if (step < 0 && position >= playing.length && !loop.on) {
      position = playing.length - 1;
    }
  }

  private void repeat(double loopStart, double loopEnd) {
    if (!enteredLoop) {
      enteredLoop = position >= loopStart;
    }
    if (enteredLoop) {
      double length = loopEnd - loopStart;
      if (position < loopStart || position >= loopEnd) {
        position = loopStart + (position - loopStart) % length;
        if (position < loopStart) {
          position += length;
        }
      }
    }
  }

  private float at(Contents playing, int channel, double loopStart, double loopEnd) {
    float[] samples = playing.channels[channel];
    int index = (int) Math.floor(position);
    double part = position - index;
    float first = index >= 0 && index < playing.length ? samples[index] : 0;
    if (part < CLOSE) {
      return first;
    }
    int next = index + 1;
    if (loop.on && enteredLoop && next >= loopEnd) {
      next = (int) Math.floor(loopStart);
    }
    if (next >= playing.length) {
      // beyond the last sample it goes on as before it
      float before = index > 0 && index <= playing.length ? samples[index - 1] : first;
      return (float) (first + (first - before) * part);
    }
    double second = samples[next];
    return (float) (first + (second - first) * part);
  }
}
