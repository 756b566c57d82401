package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebAudioTest {
  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  @Test
  void aLevelMeterSeesTheMicrophonesBeepAndTheSilenceBehindIt() throws Exception {
    SCRIPT.run(
        """
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        const context = new AudioContext();
        const analyser = new AnalyserNode(context, { fftSize: 512, smoothingTimeConstant: 0 });
        context.createMediaStreamSource(stream).connect(analyser);
        const samples = new Float32Array(analyser.fftSize);
        console.log("listening");
        let silent = false, loudest = 0;
        while (!silent || loudest < 0.45) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          analyser.getFloatTimeDomainData(samples);
          const level = Math.max(...samples);
          silent ||= level === 0;
          loudest = Math.max(loudest, level);
        }
        console.log(silent, loudest < 0.55);
        """);
    assertThat(SCRIPT.line()).isEqualTo("listening");
    SCRIPT.advance(Duration.ofMillis(900));
    assertThat(SCRIPT.line()).isEqualTo("true true");
  }

  @Test
  void aToneIsATrackWhoseSoundAnotherGraphHears() throws Exception {
    SCRIPT.run(
        """
        const context = new AudioContext();
        const tone = new OscillatorNode(context, { frequency: 3000 });
        const destination = context.createMediaStreamDestination();
        tone.connect(new GainNode(context, { gain: 0.5 })).connect(destination);
        tone.start();
        const [track] = destination.stream.getAudioTracks();
        console.log(track.kind, track.readyState, track.getSettings().sampleRate, track.getSettings().deviceId);
        const other = new AudioContext();
        const analyser = other.createAnalyser();
        other.createMediaStreamSource(destination.stream).connect(analyser);
        const spectrum = new Float32Array(analyser.frequencyBinCount);
        let at = -1;
        while (at < 0) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          analyser.getFloatFrequencyData(spectrum);
          const loudest = spectrum.indexOf(Math.max(...spectrum));
          if (spectrum[loudest] > -20) at = loudest;
        }
        console.log(at, 3000 * analyser.fftSize / other.sampleRate);
        const ended = new Promise((resolve) => { track.onended = resolve; });
        await context.close();
        await ended;
        console.log(track.readyState, context.state);
        """);
    assertThat(SCRIPT.line()).isEqualTo("audio live 48000 undefined");
    SCRIPT.advance(Duration.ofMillis(300));
    assertThat(SCRIPT.line()).isEqualTo("128 128");
    assertThat(SCRIPT.line()).isEqualTo("ended closed");
  }

  @Test
  void timeStandsStillDuringATask() throws Exception {
    SCRIPT.run(
        """
        const context = new AudioContext();
        await context.resume();
        while (context.currentTime === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        const before = context.currentTime;
        for (let i = 0; i < 1e5; i++) if (context.currentTime !== before) throw new Error("moved");
        await new Promise((resolve) => setTimeout(resolve, 50));
        console.log(context.currentTime > before, context.state);
        """);
    assertThat(SCRIPT.line()).isEqualTo("true running");
  }

  @Test
  void whatIsRenderedOfflineIsABuffer() throws Exception {
    SCRIPT.run(
        """
        const context = new OfflineAudioContext(2, 1000, 8000);
        const source = new ConstantSourceNode(context, { offset: 0 });
        source.offset.linearRampToValueAtTime(1, 0.125);
        source.connect(context.destination);
        source.start();
        const completed = new Promise((resolve) => { context.oncomplete = (event) => resolve(event.renderedBuffer); });
        const buffer = await context.startRendering();
        const samples = buffer.getChannelData(1);
        console.log(buffer.numberOfChannels, buffer.length, buffer.duration, samples[500], await completed === buffer);
        """);
    assertThat(SCRIPT.line()).isEqualTo("2 1000 0.125 0.5 true");
  }

  @Test
  void aScriptProcessesSoundBufferByBuffer() throws Exception {
    SCRIPT.run(
        """
        const context = new OfflineAudioContext(1, 2048, 8000);
        const source = new ConstantSourceNode(context, { offset: 0.25 });
        const processor = context.createScriptProcessor(256, 1, 1);
        const times = [];
        processor.onaudioprocess = ({ playbackTime, inputBuffer, outputBuffer }) => {
          times.push(playbackTime * 8000);
          const output = outputBuffer.getChannelData(0);
          inputBuffer.getChannelData(0).forEach((sample, i) => { output[i] = 2 * sample; });
        };
        source.connect(processor).connect(context.destination);
        source.start();
        const samples = (await context.startRendering()).getChannelData(0);
        console.log(samples[511], samples[512], samples[2047], times.slice(0, 2).join());
        """);
    assertThat(SCRIPT.line()).isEqualTo("0 0.5 0.5 512,768");
  }

  @Test
  void whatIsNotThereIsAbsentAndWhatCannotBeIsRefusedByName() throws Exception {
    SCRIPT.run(
        """
        const context = new AudioContext();
        const named = (steps) => { try { steps(); return "none"; } catch (error) { return error.name; } };
        console.log(typeof PannerNode, "createBiquadFilter" in context, "decodeAudioData" in context, "listener" in context);
        console.log(named(() => context.createGain().connect(new AudioContext().destination)),
          named(() => context.createGain().gain.setValueAtTime(1, -1)),
          named(() => context.createMediaStreamSource(new MediaStream())),
          named(() => context.createBuffer(32, 2 ** 31, 48000)),
          named(() => new OfflineAudioContext(32, 2 ** 31, 48000)),
          named(() => context.createGain().gain.value = NaN));
        """);
    assertThat(SCRIPT.line()).isEqualTo("undefined false false false");
    assertThat(SCRIPT.line())
        .isEqualTo(
            "InvalidAccessError RangeError InvalidStateError NotSupportedError NotSupportedError TypeError");
  }

  @Test
  void aPageHasNoMoreThanSomeContextsAtATime() throws Exception {
    SCRIPT.run(
        """
        const contexts = [];
        let refused;
        while (!refused && contexts.length < 1000) {
          try { contexts.push(new AudioContext()); } catch (error) { refused = error.name; }
        }
        console.log(refused, contexts.length);
        await contexts[0].close();
        console.log(new AudioContext().state);
        """);
    assertThat(SCRIPT.line()).isEqualTo("NotSupportedError 64");
    assertThat(SCRIPT.line()).isEqualTo("suspended");
  }
}
