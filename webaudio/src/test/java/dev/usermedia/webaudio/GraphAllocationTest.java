package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.usermedia.webaudio.internal.graph.Graph;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphAllocationTest {
  private static final int QUANTA = 20_000;

  @RegisterExtension final Offline offline = new Offline();

  @Test
  void renderingAllocatesNothingWhileNothingChanges() {
    OfflineAudioContext context = offline.context(2, 128);
    DelayNode delay = context.createDelay(0.1);
    delay.delayTime().value(0.05f);
    GainNode gain = context.createGain();
    gain.gain().setTargetAtTime(0, 0, 1_000);
    AnalyserNode analyser = context.createAnalyser();
    StereoPannerNode panner = context.createStereoPanner();
    OscillatorNode vibrato = context.createOscillator();
    OscillatorNode tone = context.createOscillator();
    tone.type(OscillatorType.SAWTOOTH);
    vibrato.connect(tone.frequency());
    tone.connect(panner).connect(gain).connect(delay).connect(gain);
    gain.connect(analyser).connect(context.destination());
    tone.start();
    vibrato.start();
    Graph graph = context.graph();
    for (int i = 0; i < QUANTA; i++) {
      graph.render(0);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < QUANTA; i++) {
      graph.render(0);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    // the measure's own and the compiler's leavings, but less than an object for each quantum
    assertThat(allocated).isLessThan(QUANTA * 8L);
  }
}
