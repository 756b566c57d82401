package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What specifications had once, for scripts that ask for it. */
class LegacyNamesTest {
  private static final String NAMES =
      "console.log([typeof MediaStreamTrackGenerator, typeof MediaStreamTrackProcessor,"
          + " typeof VideoTrackGenerator].join());";

  @RegisterExtension
  static final ScriptFixture LEGACY = new ScriptFixture(context -> context.legacy(true));

  @RegisterExtension static final ScriptFixture TODAY = new ScriptFixture();

  @Test
  void namesOfThePastAreThereForWhoAsksForThem() throws Exception {
    TODAY.run(NAMES);
    assertThat(TODAY.line()).isEqualTo("undefined,undefined,undefined");
    LEGACY.run(NAMES);
    assertThat(LEGACY.line()).isEqualTo("function,function,function");
  }

  @Test
  void aGeneratorIsTheTrackOfWhatIsWrittenToIt() throws Exception {
    LEGACY.run(
        """
        const generator = new MediaStreamTrackGenerator({ kind: "video" });
        console.log(generator instanceof MediaStreamTrack, generator.kind, new MediaStream([generator]).getTracks()[0] === generator);
        const reader = new MediaStreamTrackProcessor({ track: generator }).readable.getReader();
        const writer = generator.writable.getWriter();
        writer.write(new VideoFrame(new OffscreenCanvas(16, 8), { timestamp: 3 }));
        const { value } = await reader.read();
        console.log(value.codedWidth, value.timestamp);
        value.close();
        generator.stop();
        console.log((await reader.read()).done, await writer.closed, generator.readyState);
        for (const kind of ["audio", "smell"]) {
          try { new MediaStreamTrackGenerator(kind); } catch (e) { console.log(e.name); }
        }
        """);
    assertThat(LEGACY.line()).isEqualTo("true video true");
    assertThat(LEGACY.line()).isEqualTo("16 3");
    assertThat(LEGACY.line()).isEqualTo("true undefined ended");
    assertThat(LEGACY.line()).isEqualTo("NotSupportedError");
    assertThat(LEGACY.line()).isEqualTo("TypeError");
  }

  @Test
  void countersOfATrackStandStillForATaskAndGoOnWithTheNextMicrotask() throws Exception {
    TODAY.run(
        """
        const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();
        const { stats } = track;
        while (!stats.totalFrames) await null; // the script's task goes on for ever, if they stood still for all of it
        const [first, second] = [JSON.stringify(stats), JSON.stringify(stats)];
        while (JSON.stringify(stats) === first) await null;
        console.log(first === second, Object.keys(stats.toJSON()).length);
        stats.resetLatency();
        console.log(stats.latency === stats.maximumLatency && stats.latency === stats.minimumLatency);
        console.log(document.createElement("canvas").captureStream().getTracks()[0].stats);
        """);
    assertThat(TODAY.line()).isEqualTo("true 8");
    assertThat(TODAY.line()).isEqualTo("true");
    assertThat(TODAY.line()).isEqualTo("null");
  }
}
