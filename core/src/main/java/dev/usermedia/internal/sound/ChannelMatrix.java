package dev.usermedia.internal.sound;

/**
 * How channels are made of others: of mono, stereo, quadraphonic and 5.1 sound as for speakers; of
 * other counts one by one, what is too much left out and what is missing silent. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/webaudio-1.1/#channel-up-mixing-and-down-mixing">Web Audio
 *     API, Channel Up-Mixing and Down-Mixing</a>
 */
public final class ChannelMatrix {
  private static final float SQRT_HALF = (float) Math.sqrt(0.5);

  private final float[][] gains;

  private ChannelMatrix(float[][] gains) {
    this.gains = gains;
  }

  /** For so many channels of each. */
  public static ChannelMatrix of(int inputs, int outputs) {
    return new ChannelMatrix(
        switch (outputs) {
          case 1 -> toMono(inputs);
          case 2 -> toStereo(inputs);
          case 4 -> toQuad(inputs);
          case 6 -> toSurround(inputs);
          default -> discrete(inputs, outputs);
        });
  }

  /** What an input channel adds to an output channel. */
  public float gain(int output, int input) {
    return gains[output][input];
  }

  private static float[][] toMono(int inputs) {
    return switch (inputs) {
      case 2 -> new float[][] {{0.5f, 0.5f}};
      case 4 -> new float[][] {{0.25f, 0.25f, 0.25f, 0.25f}};
      case 6 -> new float[][] {{SQRT_HALF, SQRT_HALF, 1, 0, 0.5f, 0.5f}};
      default -> discrete(inputs, 1);
    };
  }

  private static float[][] toStereo(int inputs) {
    return switch (inputs) {
      case 1 -> new float[][] {{1}, {1}};
      case 4 -> new float[][] {{0.5f, 0, 0.5f, 0}, {0, 0.5f, 0, 0.5f}};
      case 6 ->
          new float[][] {{1, 0, SQRT_HALF, 0, SQRT_HALF, 0}, {0, 1, SQRT_HALF, 0, 0, SQRT_HALF}};
      default -> discrete(inputs, 2);
    };
  }

  private static float[][] toQuad(int inputs) {
    return switch (inputs) {
      case 1 -> new float[][] {{1}, {1}, {0}, {0}};
      case 6 ->
          new float[][] {
            {1, 0, SQRT_HALF, 0, 0, 0},
            {0, 1, SQRT_HALF, 0, 0, 0},
            {0, 0, 0, 0, 1, 0},
            {0, 0, 0, 0, 0, 1}
          };
      default -> discrete(inputs, 4);
    };
  }

  /** Left, right, centre, low frequencies, surround left, surround right. */
  private static float[][] toSurround(int inputs) {
    return switch (inputs) {
      case 1 -> new float[][] {{0}, {0}, {1}, {0}, {0}, {0}};
      case 4 ->
          new float[][] {
            {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}
          };
      default -> discrete(inputs, 6);
    };
  }

  private static float[][] discrete(int inputs, int outputs) {
    float[][] gains = new float[outputs][inputs];
    for (int channel = 0; channel < Math.min(inputs, outputs); channel++) {
      gains[channel][channel] = 1;
    }
    return gains;
  }
}
