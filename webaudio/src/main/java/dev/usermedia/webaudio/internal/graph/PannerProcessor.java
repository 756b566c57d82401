package dev.usermedia.webaudio.internal.graph;

/**
 * Equal-power panning between two speakers.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#stereopanner-algorithm">Web Audio API,
 *     StereoPannerNode panning</a>
 */
public final class PannerProcessor extends Processor {
  private final ParamProcessor pan;

  /** A processor that is connected to nothing. */
  public PannerProcessor(ChannelRules rules, ParamProcessor pan) {
    super(1, 1, rules, pan);
    this.pan = pan;
  }

  @Override
  protected void process(Quantum quantum) {
    Signal in = input(0);
    Signal out = output(0);
    if (in.isSilent()) {
      out.silence(2);
      return;
    }
    out.write(2);
    float[] left = out.channel(0);
    float[] right = out.channel(1);
    boolean mono = in.channels() == 1;
    float[] inLeft = in.channel(0);
    float[] inRight = in.channel(mono ? 0 : 1);
    for (int i = 0; i < Signal.FRAMES; i++) {
      double place = pan.values()[i];
      double x = mono ? (place + 1) / 2 : place <= 0 ? place + 1 : place;
      double gainLeft = Math.cos(x * Math.PI / 2);
      double gainRight = Math.sin(x * Math.PI / 2);
      if (mono) {
        left[i] = (float) (inLeft[i] * gainLeft);
        right[i] = (float) (inLeft[i] * gainRight);
      } else if (place <= 0) {
        left[i] = (float) (inLeft[i] + inRight[i] * gainLeft);
        right[i] = (float) (inRight[i] * gainRight);
      } else {
        left[i] = (float) (inLeft[i] * gainLeft);
        right[i] = (float) (inRight[i] + inLeft[i] * gainRight);
      }
    }
  }
}
