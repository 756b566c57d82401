package dev.usermedia.bench;

import dev.usermedia.javascript.ScriptContext;
import dev.usermedia.javascript.ScriptEngine;
import dev.usermedia.permissions.PermissionDecision;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Ten thousand contexts of scripts opened and closed on one engine, each with something left open:
 * how long one takes, and whether memory stays flat. Every hundredth uses a camera and a frame.
 */
final class ContextsBench implements Comparison {
  private static final int CONTEXTS = 10_000;
  private static final int BUSY_EVERY = 100;

  /** What comes before counts as warming up. */
  private static final int FIRST_LOOK = 1_000;

  private static final int PATIENCE_SECONDS = 60;
  private static final String DONE = "done";

  private static final String LIGHT =
      """
      setInterval(() => {}, 1000);
      new Promise(() => {});
      addEventListener("message", () => {});
      document.body.append(document.createElement("video"));
      globalThis.kept = [new Blob(["x".repeat(1000)]), new AbortController(), new MediaStream()];
      console.log("done");
      """;

  private static final String BUSY =
      """
      (async () => {
        setInterval(() => {}, 1000);
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 160, height: 120 } });
        stream.getTracks()[0].onended = () => {};
        navigator.mediaDevices.ondevicechange = () => {};
        const video = document.createElement("video");
        video.srcObject = stream;
        await video.play();
        const canvas = document.createElement("canvas");
        canvas.getContext("2d").drawImage(video, 0, 0);
        canvas.captureStream();
        globalThis.kept = [new VideoFrame(video, { timestamp: 0 }), URL.createObjectURL(new Blob(["x"]))];
        document.body.append(video, canvas, document.createElement("iframe"));
        document.querySelector("iframe").contentWindow.setInterval(() => {}, 1000);
        console.log("done");
      })();
      """;

  private record Look(long heapBytes, int threads) {
    static Look take() {
      for (int i = 0; i < 3; i++) {
        System.gc(); // what cleaners let go is gone at the next
      }
      return new Look(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount());
    }
  }

  @Override
  public String name() {
    return "contexts";
  }

  @Override
  public String about() {
    return "ten thousand contexts of scripts opened and closed: minutes";
  }

  @Override
  public List<Figure> measure() throws InterruptedException {
    double[] openMs = new double[CONTEXTS];
    double[] closeMs = new double[CONTEXTS];
    try (ScriptEngine engine = ScriptEngine.create()) {
      for (int i = 0; i < FIRST_LOOK; i++) {
        openAndClose(engine, i, openMs, closeMs);
      }
      Look first = Look.take();
      for (int i = FIRST_LOOK; i < CONTEXTS; i++) {
        openAndClose(engine, i, openMs, closeMs);
      }
      Look last = Look.take();
      List<Figure> figures = new ArrayList<>();
      figures.add(Figure.of("contexts", CONTEXTS, "contexts"));
      figures.add(Figure.of("first", openMs[0], "ms"));
      figures.add(Figure.atMost("open-median", median(openMs), "ms", 60));
      figures.add(Figure.of("close-median", median(closeMs), "ms"));
      figures.add(Figure.of("heap", last.heapBytes / 1024.0, "kB"));
      figures.add(
          Figure.atMost("heap-growth", (last.heapBytes - first.heapBytes) / 1024.0, "kB", 2048));
      figures.add(Figure.atMost("thread-growth", last.threads - first.threads, "threads", 0));
      return figures;
    }
  }

  private static void openAndClose(ScriptEngine engine, int i, double[] openMs, double[] closeMs)
      throws InterruptedException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    long start = System.nanoTime();
    ScriptContext context =
        engine
            .newContext()
            .media(media -> media.fakeDevices().prompt(_ -> PermissionDecision.ALLOW))
            .console((_, text) -> lines.add(text))
            .onUncaught(lines::add)
            .build();
    openMs[i] = (System.nanoTime() - start) / 1e6;
    context.run("bench", i % BUSY_EVERY == 0 ? BUSY : LIGHT).join();
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long closing = System.nanoTime();
    context.close();
    closeMs[i] = (System.nanoTime() - closing) / 1e6;
    if (!DONE.equals(line)) {
      throw new IllegalStateException("context " + i + ": " + line);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
