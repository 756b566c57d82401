package dev.usermedia.javascript.internal.picture;

import java.util.Arrays;
import java.util.Optional;

/**
 * How what is painted joins what is there.
 *
 * @see <a href="https://www.w3.org/TR/compositing-1/#porterduffcompositingoperators">Compositing
 *     and Blending, Porter Duff compositing operators</a>
 */
public enum CompositeOperator {
  SOURCE_OVER("source-over"),
  SOURCE_ATOP("source-atop"),
  DESTINATION_OVER("destination-over"),
  DESTINATION_OUT("destination-out"),
  XOR("xor"),
  LIGHTER("lighter"),
  /** Replaces what is there, also outside of the shape. */
  COPY("copy");

  private final String value;

  CompositeOperator(String value) {
    this.value = value;
  }

  /** The operator of a name of the Web, where it is supported. */
  public static Optional<CompositeOperator> of(String value) {
    return Arrays.stream(values()).filter(it -> it.value.equals(value)).findFirst();
  }

  /** The name on the Web. */
  public String value() {
    return value;
  }

  int apply(int source, int backdrop) {
    int as = Pixels.alpha(source);
    int ab = Pixels.alpha(backdrop);
    if (this == SOURCE_OVER && (as == 255 || ab == 0)) {
      return as == 0 ? 0 : source;
    }
    if (as == 0 && this != COPY) {
      return backdrop;
    }
    // parts of 255, as the operators' Fa and Fb
    int fa =
        switch (this) {
          case SOURCE_OVER, LIGHTER, COPY -> 255;
          case SOURCE_ATOP -> ab;
          case DESTINATION_OVER, XOR -> 255 - ab;
          case DESTINATION_OUT -> 0;
        };
    int fb =
        switch (this) {
          case SOURCE_OVER, SOURCE_ATOP, XOR, DESTINATION_OUT -> 255 - as;
          case DESTINATION_OVER, LIGHTER -> 255;
          case COPY -> 0;
        };
    int partS = as * fa;
    int partB = ab * fb;
    int sum = partS + partB;
    if (sum == 0) {
      return 0;
    }
    int alpha = Math.min(255, (sum + 127) / 255);
    int divisor = Math.min(sum, 255 * 255); // lighter adds up to more than there is
    int out = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int colour = (source >>> shift & 255) * partS + (backdrop >>> shift & 255) * partB;
      out |= Math.min(255, (colour + divisor / 2) / divisor) << shift;
    }
    return out;
  }
}
