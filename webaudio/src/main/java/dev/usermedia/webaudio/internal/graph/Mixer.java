package dev.usermedia.webaudio.internal.graph;

import dev.usermedia.internal.sound.ChannelMatrix;

/**
 * Adds channels to others.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#channel-up-mixing-and-down-mixing">Web
 *     Audio API, Channel Up-Mixing and Down-Mixing</a>
 */
final class Mixer {
  /** As many as speakers have places for; more are mixed one by one. */
  private static final int MOST_SPEAKERS = 6;

  /** By inputs and outputs, made once: rendering allocates nothing. */
  private static final ChannelMatrix[][] SPEAKERS = matrices();

  private Mixer() {}

  private static ChannelMatrix[][] matrices() {
    ChannelMatrix[][] matrices = new ChannelMatrix[MOST_SPEAKERS + 1][MOST_SPEAKERS + 1];
    for (int inputs = 0; inputs <= MOST_SPEAKERS; inputs++) {
      for (int outputs = 0; outputs <= MOST_SPEAKERS; outputs++) {
        matrices[inputs][outputs] = ChannelMatrix.of(inputs, outputs);
      }
    }
    return matrices;
  }

  /** Adds a signal to one that is being written. */
  static void add(Signal from, Signal to, boolean speakers) {
    int inputs = from.channels();
    int outputs = to.channels();
    if (inputs == outputs || !speakers || Math.max(inputs, outputs) > MOST_SPEAKERS) {
      for (int i = 0; i < Math.min(inputs, outputs); i++) {
        add(from, i, to, i, 1);
      }
      return;
    }
    ChannelMatrix matrix = SPEAKERS[inputs][outputs];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        float gain = matrix.gain(output, input);
        if (gain != 0) {
          add(from, input, to, output, gain);
        }
      }
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
