package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.javascript.ConsoleLevel;
import dev.usermedia.javascript.Downloads;
import dev.usermedia.javascript.ScriptContext;
import dev.usermedia.javascript.ScriptEngine;
import dev.usermedia.javascript.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run of a script or page.
 *
 * @param fake whether the synthetic devices take the place of the machine's
 * @param legacy whether names of old are there
 * @param clicks selectors of what is clicked, one after the other
 * @param limit how long it may run
 * @param out where what it shows and offers for download is written to
 */
record PageRun(
    Path file,
    Allowed allowed,
    boolean fake,
    boolean legacy,
    List<String> clicks,
    Optional<Duration> limit,
    Optional<Path> out,
    Terminal terminal) {
  private static final Duration WITHOUT_LIMIT = Duration.ofDays(1000);

  ExitCode on(ScriptEngine engine, Interruption interruption) {
    Downloads downloads =
        out.<Downloads>map(directory -> new DownloadDirectory(directory, terminal::print))
            .orElse(
                (name, type, content) ->
                    terminal.printError("not written: " + name + "; name a directory with --out"));
    AtomicBoolean failed = new AtomicBoolean();
    PageFiles files = new PageFiles(file);
    try (ScriptContext context =
        engine
            .newContext()
            .origin(files.origin())
            .url(files.url())
            .resources(files)
            .pictureEncoder(new PagePictures())
            .downloads(downloads)
            .legacy(legacy)
            .network(allowed::mayConnect)
            .media(media -> (fake ? media.fakeDevices() : media).prompt(allowed))
            .console(this::print)
            .onUncaught(
                text -> {
                  failed.set(true);
                  terminal.printError("Uncaught " + text);
                })
            .build()) {
      begin(context, files).get();
      goOn(context, interruption);
      if (out.isPresent()) {
        context.savePictures().get();
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof ScriptException)) {
        throw new IllegalStateException(e.getCause());
      }
      terminal.printError("Uncaught " + e.getCause().getMessage());
      failed.set(true);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      failed.set(true);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "NotReadableError", file + " cannot be read; look at its mode", e);
    }
    return failed.get() ? ExitCode.FAILED : ExitCode.OK;
  }

  private CompletableFuture<Void> begin(ScriptContext context, PageFiles files) throws IOException {
    return files.isPage()
        ? context.open(files.url())
        : context.runModule(files.url(), Files.readString(file));
  }

  /** Until nothing is left to do, the time is over, or somebody asks it to end. */
  private void goOn(ScriptContext context, Interruption interruption)
      throws ExecutionException, InterruptedException {
    Thread waiting = Thread.currentThread();
    AtomicBoolean waits = new AtomicBoolean(true);
    interruption.onRequest(
        () -> {
          if (waits.getAndSet(false)) {
            waiting.interrupt();
          }
        });
    long endNanos = System.nanoTime() + limit.orElse(WITHOUT_LIMIT).toNanos();
    try {
      for (String selector : clicks) {
        if (!context.awaitSettled(until(endNanos))) {
          return;
        }
        context.click(selector).get();
      }
      boolean _ = context.awaitIdle(until(endNanos));
    } catch (InterruptedException e) {
      if (!interruption.isRequested()) {
        throw e;
      }
    } finally {
      if (!waits.getAndSet(false)) {
        boolean _ = Thread.interrupted(); // which asked to end the waiting, and nothing else
      }
    }
  }

  private static Duration until(long endNanos) {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  private void print(ConsoleLevel level, String text) {
    if (level.compareTo(ConsoleLevel.WARN) >= 0) {
      terminal.printError(text);
    } else {
      terminal.print(text);
    }
  }
}
