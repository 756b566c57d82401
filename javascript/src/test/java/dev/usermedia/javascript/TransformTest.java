package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frames as streams, in workers: MediaStreamTrackProcessor, VideoTrackGenerator, AudioData. */
class TransformTest {
  private static final String START =
      """
      const start = (code) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onerror = (event) => console.log("error " + event.message);
        return worker;
      };
      const answer = (worker) => new Promise((resolve) => { worker.onmessage = (event) => resolve(event.data); });
      """;

  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  @Test
  void aTrackGoesOnInAWorkerWhichReadsItsFrames() throws Exception {
    SCRIPT.run(
        START
            + """
            const [track] = (await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } })).getTracks();
            const { id, label } = track;
            const worker = start(`onmessage = async ({ data: track }) => {
              const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
              const first = (await reader.read()).value, second = (await reader.read()).value;
              postMessage([track.readyState, track.id, track.label, first.codedWidth, second.timestamp > first.timestamp].join("|"));
              first.close();
              second.close();
              track.stop();
              await reader.closed;
              postMessage("closed");
            }`);
            worker.postMessage(track, [track]);
            console.log(track.readyState);
            console.log(await answer(worker) === ["live", id, label, 640, true].join("|"));
            console.log(await answer(worker));
            try { worker.postMessage(track, [track]); } catch (e) { console.log(e.name); }
            """);
    assertThat(SCRIPT.line()).isEqualTo("ended");
    assertThat(SCRIPT.line()).isEqualTo("true");
    assertThat(SCRIPT.line()).isEqualTo("closed");
    assertThat(SCRIPT.line()).isEqualTo("DataCloneError");
  }

  @Test
  void picturesThatAWorkerMakesAreShownByThePage() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`
              const generator = new VideoTrackGenerator();
              const writer = generator.writable.getWriter();
              const canvas = new OffscreenCanvas(64, 48);
              const context = canvas.getContext("2d");
              context.fillStyle = "rgb(50, 100, 150)";
              context.fillRect(0, 0, 64, 48);
              onmessage = async ({ data }) => {
                const frame = new VideoFrame(canvas, { timestamp: data });
                await writer.write(frame);
                postMessage(frame.format);
              };
              postMessage(generator.track, [generator.track]);`);
            const video = document.createElement("video");
            video.srcObject = new MediaStream([await answer(worker)]);
            const playing = video.play();
            await new Promise((resolve) => { video.onloadstart = resolve; });
            worker.postMessage(1000);
            console.log(await answer(worker));
            await playing;
            const context = document.createElement("canvas").getContext("2d");
            context.drawImage(video, 0, 0);
            console.log(video.videoWidth + " " + [...context.getImageData(32, 24, 1, 1).data].join());
            """);
    assertThat(SCRIPT.line()).isEqualTo("null");
    assertThat(SCRIPT.line()).isEqualTo("64 50,100,150,255");
  }

  @Test
  void aSlowReaderGetsTheNewestFramesAndTheOthersAreCounted() throws Exception {
    SCRIPT.run(
        START
            + """
            const worker = start(`(async () => {
              const generator = new VideoTrackGenerator();
              const processor = new MediaStreamTrackProcessor({ track: generator.track, maxBufferSize: 3 });
              const canvas = new OffscreenCanvas(8, 8);
              const writer = generator.writable.getWriter();
              for (let timestamp = 1; timestamp <= 10; timestamp++) await writer.write(new VideoFrame(canvas, { timestamp }));
              await writer.close();
              postMessage(processor.totalFrames + " " + processor.discardedFrames);
            })()`);
            console.log(await answer(worker));
            const other = start(`(async () => {
              const generator = new VideoTrackGenerator();
              const { readable } = new MediaStreamTrackProcessor({ track: generator.track, maxBufferSize: 3 });
              const canvas = new OffscreenCanvas(8, 8);
              const writer = generator.writable.getWriter();
              for (let timestamp = 1; timestamp <= 10; timestamp++) await writer.write(new VideoFrame(canvas, { timestamp }));
              await writer.write(new VideoFrame(canvas, { timestamp: 11 }));
              const got = [];
              const reader = readable.getReader();
              for (let i = 0; i < 2; i++) {
                const { value } = await reader.read();
                got.push(value.timestamp);
                value.close();
              }
              postMessage(got.every((it) => it >= 8) && got[1] === got[0] + 1);
              reader.cancel();
              generator.track.stop();
              await writer.closed;
              const late = new VideoFrame(canvas, { timestamp: 12 });
              await writer.write(late).catch((e) => postMessage(e.name + late.codedWidth));
            })()`);
            console.log(await answer(other));
            console.log(await answer(other));
            """);
    assertThat(SCRIPT.line()).isEqualTo("10 7");
    assertThat(SCRIPT.line()).isEqualTo("true");
    assertThat(SCRIPT.line()).isEqualTo("TypeError8");
  }

  @Test
  void aStreamOfFramesIsHandedToAnotherThreadThroughATransform() throws Exception {
    SCRIPT.run(
        START
            + """
            const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks();
            const source = start(`onmessage = ({ data: { track } }) => {
              const { readable } = new MediaStreamTrackProcessor({ track });
              const stamped = readable.pipeThrough(new TransformStream({ transform(frame, controller) {
                controller.enqueue(new VideoFrame(frame, { timestamp: 7 }));
                frame.close();
              } }));
              self.track = track;
              onmessage = () => track.stop();
              postMessage(stamped, [stamped]);
            }`);
            source.postMessage({ track }, [track]);
            const readable = await answer(source);
            console.log(readable instanceof ReadableStream, readable.locked);
            const reader = readable.getReader();
            const { value } = await reader.read();
            console.log(value instanceof VideoFrame, value.timestamp);
            value.close();
            source.postMessage("stop");
            for (let read = await reader.read(); !read.done; read = await reader.read()) read.value.close();
            await reader.closed;
            console.log("closed");
            """);
    assertThat(SCRIPT.line()).isEqualTo("true false");
    assertThat(SCRIPT.line()).isEqualTo("true 7");
    assertThat(SCRIPT.line()).isEqualTo("closed");
  }

  @Test
  void whatTheMicrophoneHearsIsReadAsAudioData() throws Exception {
    SCRIPT.run(
        START
            + """
            const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();
            const worker = start(`onmessage = async ({ data: track }) => {
              const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
              let loudest = 0;
              for (let i = 0; i < 200 && loudest < 0.01; i++) {
                const { value } = await reader.read();
                const samples = new Float32Array(value.numberOfFrames);
                value.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
                loudest = Math.max(loudest, ...samples.map(Math.abs));
                self.rate = value.sampleRate;
                value.close();
              }
              reader.cancel();
              postMessage(loudest > 0.01 && loudest <= 1 ? rate : loudest);
            }`);
            worker.postMessage(track, [track]);
            console.log(await answer(worker));
            """);
    assertThat(SCRIPT.line()).isEqualTo("48000");
  }

  @Test
  void soundIsMadeOfSamplesAndCopiedBackInTwoFormats() throws Exception {
    SCRIPT.run(
        """
        const init = { format: "s16", sampleRate: 8000, numberOfFrames: 3, numberOfChannels: 2, timestamp: 9, data: Int16Array.of(1, 16384, 3, -32768, 5, 6) };
        const sound = new AudioData(init);
        console.log([sound.format, sound.sampleRate, sound.numberOfFrames, sound.numberOfChannels, sound.duration, sound.timestamp].join());
        const shorts = new Int16Array(4), floats = new Float32Array(2);
        sound.copyTo(shorts, { planeIndex: 0, frameOffset: 1 });
        sound.copyTo(floats, { planeIndex: 1, frameCount: 2, format: "f32-planar" });
        console.log(shorts.join(), floats.join(), sound.allocationSize({ planeIndex: 1, format: "f32-planar" }));
        const copy = structuredClone(sound);
        sound.close();
        console.log(copy.numberOfFrames, sound.numberOfFrames);
        for (const use of [() => sound.clone(), () => copy.allocationSize({ planeIndex: 1 }), () => new AudioData({ ...init, numberOfFrames: 4 }), () => new AudioData({ ...init, format: "u8" })]) {
          try { use(); console.log("done"); } catch (e) { console.log(e.name); }
        }
        copy.close();
        """);
    assertThat(SCRIPT.line()).isEqualTo("s16,8000,3,2,375,9");
    assertThat(SCRIPT.line()).isEqualTo("3,-32768,5,6 0.5,-1 12");
    assertThat(SCRIPT.line()).isEqualTo("3 0");
    assertThat(SCRIPT.line()).isEqualTo("InvalidStateError");
    assertThat(SCRIPT.line()).isEqualTo("RangeError");
    assertThat(SCRIPT.line()).isEqualTo("TypeError");
    assertThat(SCRIPT.line()).isEqualTo("NotSupportedError");
  }

  @Test
  void aBlobIsReadAsAStreamOfBytes() throws Exception {
    SCRIPT.run(
        """
        const read = [];
        for await (const chunk of new Blob(["stream of bytes"]).stream()) read.push(...chunk);
        console.log(String.fromCharCode(...read));
        const { readable, writable } = new TransformStream();
        const moved = structuredClone({ readable, writable }, { transfer: [readable, writable] });
        console.log(readable.locked, writable.locked);
        const writer = moved.writable.getWriter();
        writer.write({ deep: [1] });
        writer.close();
        for await (const chunk of moved.readable) console.log(JSON.stringify(chunk));
        """);
    assertThat(SCRIPT.line()).isEqualTo("stream of bytes");
    assertThat(SCRIPT.line()).isEqualTo("true true");
    assertThat(SCRIPT.line()).isEqualTo("{\"deep\":[1]}");
  }
}
