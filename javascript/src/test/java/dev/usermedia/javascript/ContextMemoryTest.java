package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.permissions.PermissionDecision;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is closed leaves nothing behind; {@code bench/run contexts} does it ten thousand times. */
class ContextMemoryTest {
  private static final int CONTEXTS = 6;
  private static final int PATIENCE_SECONDS = 120;

  /** Leaves open whatever can be left open. */
  private static final String BUSY =
      """
      (async () => {
        setInterval(() => {}, 1000);
        setTimeout(() => {}, 1e7);
        new Promise(() => {});
        const forgotten = navigator.mediaDevices.getUserMedia({ audio: true });
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 160, height: 120 }, audio: true });
        const video = document.createElement("video");
        video.srcObject = stream;
        await video.play();
        stream.getTracks()[0].onended = () => {};
        stream.getTracks()[0].clone();
        navigator.mediaDevices.ondevicechange = () => {};
        (await navigator.permissions.query({ name: "camera" })).onchange = () => {};
        const canvas = document.createElement("canvas");
        const painter = canvas.getContext("2d");
        painter.drawImage(video, 0, 0);
        canvas.captureStream();
        globalThis.kept = [new VideoFrame(video, { timestamp: 0 }), URL.createObjectURL(new Blob(["x".repeat(1e4)])),
          painter.getImageData(0, 0, 10, 10), structuredClone({ a: 1 }), new AbortController()];
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {};
        port2.postMessage(1);
        video.requestVideoFrameCallback(() => {});
        document.body.append(video, canvas, document.createElement("iframe"));
        document.querySelector("iframe").contentWindow.setInterval(() => {}, 1000);
        console.log("busy");
      })().catch((e) => console.log(String(e.stack)));
      """;

  /** Held by a global of the script, so that it lives for as long as the script's realm does. */
  private static final class Mark {
    String of(String text) {
      return text;
    }
  }

  private final ReferenceQueue<Mark> collected = new ReferenceQueue<>();
  private final Set<WeakReference<Mark>> marks = new HashSet<>();

  private void openAndClose(ScriptEngine engine) throws InterruptedException {
    Mark mark = new Mark();
    marks.add(new WeakReference<>(mark, collected));
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptContext context =
        engine
            .newContext()
            .media(media -> media.fakeDevices().prompt(_ -> PermissionDecision.ALLOW))
            .hostFunction("mark", texts -> mark.of(texts.getFirst()))
            .console((_, text) -> lines.add(text))
            .onUncaught(text -> lines.add("uncaught " + text))
            .build()) {
      context.run("busy", BUSY).join();
      assertThat(lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("busy");
    }
  }

  @Test
  void contextsThatAreClosedAreCollectedWhileTheirEngineLives() throws InterruptedException {
    try (ScriptEngine engine = ScriptEngine.create()) {
      for (int i = 0; i < CONTEXTS; i++) {
        openAndClose(engine);
      }

      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!marks.isEmpty() && System.nanoTime() < deadline) {
        System.gc();
        marks.remove(collected.remove(100));
      }
      assertThat(marks).as("realms that something still holds").isEmpty();
    }
  }

  @Test
  void aContextThatIsClosedIsLetGoByThoseWhoHoldIt() throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    ReferenceQueue<Object> gone = new ReferenceQueue<>();
    try (ScriptEngine engine = ScriptEngine.create()) {
      Object mark = new Object();
      WeakReference<Object> watched = new WeakReference<>(mark, gone);
      ScriptContext context = withMark(engine, mark, lines);
      mark = null;
      context.close();

      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!watched.refersTo(null) && System.nanoTime() < deadline) {
        System.gc();
        var _ = gone.remove(100);
      }
      assertThat(watched.refersTo(null)).isTrue();
      context.close(); // who holds it may close it again
    }
  }

  private static ScriptContext withMark(
      ScriptEngine engine, Object mark, LinkedBlockingQueue<String> lines) {
    return engine
        .newContext()
        .hostFunction("mark", _ -> mark.toString())
        .console((_, text) -> lines.add(text))
        .build();
  }

  @Test
  void noThreadOfAClosedContextIsLeft() throws InterruptedException {
    try (ScriptEngine engine = ScriptEngine.create()) {
      openAndClose(engine);

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("usermedia script https"));
    }
  }
}
