package dev.usermedia.webaudio.internal.graph;

/**
 * Adds channels to others.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#channel-up-mixing-and-down-mixing">Web
 *     Audio API, Channel Up-Mixing and Down-Mixing</a>
 */
final class Mixer {
  private static final float SQRT_HALF = (float) Math.sqrt(0.5);

  private Mixer() {}

  /** Adds a signal to one that is being written. */
  static void add(Signal from, Signal to, boolean speakers) {
    int inputs = from.channels();
    int outputs = to.channels();
    if (inputs == outputs || !speakers) {
      discrete(from, to);
      return;
    }
    // hundreds: channels that come in; units: channels that go out
    switch (inputs * 100 + outputs) {
      case 102, 104 -> {
        add(from, 0, to, 0, 1);
        add(from, 0, to, 1, 1);
      }
      case 106 -> add(from, 0, to, 2, 1);
      case 204, 206 -> discrete(from, to);
      case 406 -> {
        add(from, 0, to, 0, 1);
        add(from, 1, to, 1, 1);
        add(from, 2, to, 4, 1);
        add(from, 3, to, 5, 1);
      }
      case 201 -> {
        add(from, 0, to, 0, 0.5f);
        add(from, 1, to, 0, 0.5f);
      }
      case 401 -> {
        for (int channel = 0; channel < 4; channel++) {
          add(from, channel, to, 0, 0.25f);
        }
      }
      case 601 -> {
        add(from, 0, to, 0, SQRT_HALF);
        add(from, 1, to, 0, SQRT_HALF);
        add(from, 2, to, 0, 1);
        add(from, 4, to, 0, 0.5f);
        add(from, 5, to, 0, 0.5f);
      }
      case 402 -> {
        add(from, 0, to, 0, 0.5f);
        add(from, 2, to, 0, 0.5f);
        add(from, 1, to, 1, 0.5f);
        add(from, 3, to, 1, 0.5f);
      }
      case 602 -> {
        add(from, 0, to, 0, 1);
        add(from, 2, to, 0, SQRT_HALF);
        add(from, 4, to, 0, SQRT_HALF);
        add(from, 1, to, 1, 1);
        add(from, 2, to, 1, SQRT_HALF);
        add(from, 5, to, 1, SQRT_HALF);
      }
      case 604 -> {
        add(from, 0, to, 0, 1);
        add(from, 2, to, 0, SQRT_HALF);
        add(from, 1, to, 1, 1);
        add(from, 2, to, 1, SQRT_HALF);
        add(from, 4, to, 2, 1);
        add(from, 5, to, 3, 1);
      }
      default -> discrete(from, to);
    }
  }

  private static void discrete(Signal from, Signal to) {
    for (int i = 0; i < Math.min(from.channels(), to.channels()); i++) {
      add(from, i, to, i, 1);
    }
  }

  private static void add(Signal from, int input, Signal to, int output, float gain) {
    float[] in = from.channel(input);
    float[] out = to.channel(output);
    for (int i = 0; i < Signal.FRAMES; i++) {
      out[i] += gain * in[i];
    }
  }
}
