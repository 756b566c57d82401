package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.DOMException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AudioNodeTest {
  private static final int LENGTH = 1_024;

  @RegisterExtension final Offline offline = new Offline();

  private static ConstantSourceNode constant(BaseAudioContext context, float value) {
    ConstantSourceNode source = context.createConstantSource();
    source.offset().value(value);
    source.start();
    return source;
  }

  private static AudioBufferSourceNode channels(BaseAudioContext context, float... values) {
    AudioBuffer buffer = context.createBuffer(values.length, LENGTH, context.sampleRate());
    for (int channel = 0; channel < values.length; channel++) {
      Arrays.fill(buffer.getChannelData(channel), values[channel]);
    }
    AudioBufferSourceNode source = context.createBufferSource();
    source.buffer(buffer);
    source.start();
    return source;
  }

  private static float[] last(AudioBuffer buffer) {
    float[] values = new float[buffer.numberOfChannels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getChannelData(i)[LENGTH - 1];
    }
    return values;
  }

  @Test
  void whatIsConnectedToOneInputIsAddedOnceEach() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    GainNode gain = context.createGain();
    gain.gain().value(0.5f);
    ConstantSourceNode one = constant(context, 1);
    one.connect(gain);
    one.connect(gain);
    constant(context, 2).connect(gain);
    gain.connect(context.destination());
    assertThat(last(context.startRendering())).containsExactly(1.5f);
  }

  @Test
  void whatIsDisconnectedIsHeardNoMore() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    ConstantSourceNode one = constant(context, 1);
    ConstantSourceNode two = constant(context, 2);
    one.connect(context.destination());
    two.connect(context.destination());
    one.disconnect(context.destination());
    assertThat(last(context.startRendering())).containsExactly(2);
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> one.disconnect(context.destination()))
        .matches(e -> e.name().equals("InvalidAccessError"));
  }

  @Test
  void channelsAreMixedAsSpeakersOrOneByOne() {
    OfflineAudioContext up = offline.context(6, LENGTH);
    channels(up, 1).connect(up.destination());
    assertThat(last(up.startRendering())).containsExactly(0, 0, 1, 0, 0, 0);

    OfflineAudioContext down = offline.context(2, LENGTH);
    channels(down, 0.1f, 0.2f, 0.3f, 0.9f, 0.5f, 0.6f).connect(down.destination());
    float half = (float) Math.sqrt(0.5);
    assertThat(last(down.startRendering()))
        .containsExactly(
            new float[] {0.1f + half * (0.3f + 0.5f), 0.2f + half * (0.3f + 0.6f)}, within(1e-6f));

    OfflineAudioContext discrete = offline.context(2, LENGTH);
    discrete.destination().channelInterpretation(ChannelInterpretation.DISCRETE);
    channels(discrete, 1).connect(discrete.destination());
    assertThat(last(discrete.startRendering())).containsExactly(1, 0);
  }

  @Test
  void aNodeMixesToAsManyChannelsAsItsModeSays() {
    OfflineAudioContext context = offline.context(2, LENGTH);
    GainNode gain = context.createGain();
    gain.channelCount(1);
    gain.channelCountMode(ChannelCountMode.EXPLICIT);
    channels(context, 1, 0.5f).connect(gain).connect(context.destination());
    assertThat(last(context.startRendering())).containsExactly(0.75f, 0.75f);
  }

  @Test
  void channelsAreSplitAndMergedInAnotherOrder() {
    OfflineAudioContext context = offline.context(2, LENGTH);
    ChannelSplitterNode splitter = context.createChannelSplitter(2);
    ChannelMergerNode merger = context.createChannelMerger(2);
    channels(context, 1, 2).connect(splitter);
    splitter.connect(merger, 0, 1);
    splitter.connect(merger, 1, 0);
    merger.connect(context.destination());
    assertThat(last(context.startRendering())).containsExactly(2, 1);
  }

  @Test
  void panningKeepsThePower() {
    OfflineAudioContext context = offline.context(2, LENGTH);
    StereoPannerNode panner = context.createStereoPanner();
    panner.pan().value(0.5f);
    constant(context, 1).connect(panner).connect(context.destination());
    float[] sides = last(context.startRendering());
    assertThat(sides[0]).isEqualTo((float) Math.cos(0.75 * Math.PI / 2), within(1e-6f));
    assertThat(sides[1]).isEqualTo((float) Math.sin(0.75 * Math.PI / 2), within(1e-6f));
  }

  @Test
  void aDelayIsToTheSampleAndBetweenSamplesInterpolated() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    AudioBuffer buffer = context.createBuffer(1, 1, context.sampleRate());
    buffer.getChannelData(0)[0] = 1;
    AudioBufferSourceNode impulse = context.createBufferSource();
    impulse.buffer(buffer);
    DelayNode delay = context.createDelay(1);
    delay.delayTime().value(300.25f / Offline.RATE_HZ);
    impulse.connect(delay).connect(context.destination());
    impulse.start();
    float[] samples = context.startRendering().getChannelData(0);
    assertThat(samples[300]).isEqualTo(0.75f, within(1e-3f));
    assertThat(samples[301]).isEqualTo(0.25f, within(1e-3f));
    assertThat(samples[299] + samples[302]).isZero();
  }

  @Test
  void aCycleWithADelayEchoesAndOneWithoutIsSilent() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    AudioBuffer buffer = context.createBuffer(1, 1, context.sampleRate());
    buffer.getChannelData(0)[0] = 1;
    AudioBufferSourceNode impulse = context.createBufferSource();
    impulse.buffer(buffer);
    DelayNode delay = context.createDelay(1);
    delay.delayTime().value(200 / Offline.RATE_HZ);
    GainNode feedback = context.createGain();
    feedback.gain().value(0.5f);
    impulse.connect(delay);
    delay.connect(feedback).connect(delay);
    delay.connect(context.destination());
    GainNode loop = context.createGain();
    loop.connect(loop);
    constant(context, 1).connect(loop).connect(context.destination());
    impulse.start();
    float[] samples = context.startRendering().getChannelData(0);
    assertThat(samples[200]).isEqualTo(1, within(1e-3f));
    assertThat(samples[400]).isEqualTo(0.5f, within(1e-3f));
    assertThat(samples[600]).isEqualTo(0.25f, within(1e-3f));
    assertThat(samples[1_000]).isEqualTo(0.0625f, within(1e-3f));
    assertThat(samples[500]).isZero();
  }

  @Test
  void aBufferIsPlayedInPartsLoopedAndAtOtherRates() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    double rate = Offline.RATE_HZ;
    AudioBuffer ramp = context.createBuffer(1, 100, context.sampleRate());
    for (int i = 0; i < 100; i++) {
      ramp.getChannelData(0)[i] = i;
    }
    AudioBufferSourceNode looped = context.createBufferSource();
    looped.buffer(ramp);
    looped.loop(true);
    looped.loopStart(20 / rate);
    looped.loopEnd(40 / rate);
    looped.connect(context.destination());
    looped.start();
    looped.stop(500 / rate);
    AudioBufferSourceNode part = context.createBufferSource();
    part.buffer(ramp);
    part.playbackRate().value(0.5f);
    part.connect(context.destination());
    part.start(512 / rate, 10 / rate, 20 / rate);
    float[] samples = context.startRendering().getChannelData(0);
    assertThat(samples[39]).isEqualTo(39, within(1e-3f));
    assertThat(samples[40]).isEqualTo(20, within(1e-3f));
    assertThat(samples[40 + 5 * 20 + 7]).isEqualTo(27, within(1e-3f));
    assertThat(samples[505]).isZero();
    assertThat(samples[512]).isEqualTo(10, within(1e-3f));
    assertThat(samples[513]).isEqualTo(10.5f, within(1e-3f));
    assertThat(samples[551]).isEqualTo(29.5f, within(1e-3f));
    assertThat(samples[552]).isZero();
  }

  @Test
  void connectionsAreOfOneGraphAndOfWhatThereIs() {
    OfflineAudioContext context = offline.context(1, LENGTH);
    GainNode gain = context.createGain();
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> gain.connect(context.destination(), 1, 0))
        .matches(e -> e.name().equals("IndexSizeError"));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> gain.connect(offline.context(1, 1).destination()))
        .matches(e -> e.name().equals("InvalidAccessError"));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> gain.channelCount(33))
        .matches(e -> e.name().equals("NotSupportedError"));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> context.createChannelMerger(2).channelCount(2))
        .matches(e -> e.name().equals("InvalidStateError"));
  }
}
