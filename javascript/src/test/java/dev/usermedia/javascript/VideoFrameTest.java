package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frames in scripts: WebCodecs' VideoFrame. */
class VideoFrameTest {
  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  @Test
  void aFrameIsMadeOfBytesAndCopiedBack() throws Exception {
    SCRIPT.run(
        """
        const data = Uint8Array.from({ length: 24 }, (_, i) => i);
        const frame = new VideoFrame(data, { format: "I420", codedWidth: 4, codedHeight: 4, timestamp: 7, duration: 3 });
        console.log([frame.format, frame.codedWidth, frame.displayHeight, frame.timestamp, frame.duration, frame.visibleRect.width, frame.allocationSize()].join());
        const out = new Uint8Array(24);
        const layout = await frame.copyTo(out);
        console.log(out.join() === data.join(), JSON.stringify(layout));
        """);
    assertThat(SCRIPT.line()).isEqualTo("I420,4,4,7,3,4,24");
    assertThat(SCRIPT.line())
        .isEqualTo(
            "true [{\"offset\":0,\"stride\":4},{\"offset\":16,\"stride\":2},{\"offset\":20,\"stride\":2}]");
  }

  @Test
  void aFrameOfTheCameraOutlivesWhatTheElementShows() throws Exception {
    SCRIPT.run(
        """
        const video = document.createElement("video");
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
        await video.play();
        const frame = new VideoFrame(video);
        const bytes = async () => {
          const out = new Uint8Array(frame.allocationSize());
          await frame.copyTo(out);
          return out.join();
        };
        const before = await bytes();
        for (let i = 0; i < 5; i++) await new Promise((r) => video.requestVideoFrameCallback(r));
        console.log(before === await bytes());
        const later = new VideoFrame(video);
        console.log(later.timestamp > frame.timestamp);
        frame.close();
        later.close();
        """);
    assertThat(SCRIPT.line()).isEqualTo("true");
    assertThat(SCRIPT.line()).isEqualTo("true");
  }

  @Test
  void whatIsClosedCannotBeUsed() throws Exception {
    SCRIPT.run(
        """
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d");
        context.fillStyle = "blue";
        context.fillRect(0, 0, 300, 150);
        const frame = new VideoFrame(canvas, { timestamp: 1 });
        const copy = frame.clone();
        frame.close();
        for (const use of [() => frame.clone(), () => context.drawImage(frame, 0, 0), () => frame.allocationSize(), () => new VideoFrame(frame), () => structuredClone(frame)]) {
          try { use(); } catch (e) { console.log(e.name); }
        }
        console.log([frame.format, frame.codedWidth, frame.timestamp].join());
        const other = document.createElement("canvas").getContext("2d");
        other.drawImage(copy, 0, 0);
        console.log([...other.getImageData(9, 9, 1, 1).data].join());
        try { new VideoFrame(canvas); } catch (e) { console.log(e.name); }
        """);
    for (int i = 0; i < 4; i++) {
      assertThat(SCRIPT.line()).isEqualTo("InvalidStateError");
    }
    assertThat(SCRIPT.line()).isEqualTo("DataCloneError");
    assertThat(SCRIPT.line()).isEqualTo(",0,1");
    assertThat(SCRIPT.line()).isEqualTo("0,0,255,255");
    assertThat(SCRIPT.line()).isEqualTo("TypeError");
  }
}
