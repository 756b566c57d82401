package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.javascript.ConsoleLevel;
import dev.usermedia.javascript.Downloads;
import dev.usermedia.javascript.ScriptContext;
import dev.usermedia.javascript.ScriptEngine;
import dev.usermedia.javascript.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia run}. */
public final class RunCommand implements Subcommand {
  private static final String FAKE = "--fake";
  private static final String ALLOW = "--allow";
  private static final String OUT = "--out";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("run");
    spec.usageMessage()
        .customSynopsis("usermedia run [OPTIONS] SCRIPT")
        .description(
            "Runs a script or a page that was written for a browser: navigator.mediaDevices is"
                + " there, await may stand at the top level. It ends when nothing is left to do.",
            "")
        .footer(
            "",
            "Examples:",
            "  usermedia run --fake --allow camera,microphone settings.js",
            "  usermedia run --allow camera --out pictures page.html",
            "",
            "Exit codes: see usermedia --help.");
    spec.addOption(
        OptionSpec.builder(FAKE)
            .description("Use the synthetic devices in place of the machine's.")
            .build());
    spec.addOption(
        OptionSpec.builder(ALLOW)
            .type(String.class)
            .arity("1")
            .paramLabel("WHAT")
            .description(
                "What the script may capture: camera, microphone, screen, or several with commas"
                    + " between. Default: nothing.")
            .build());
    spec.addOption(
        OptionSpec.builder(OUT)
            .type(String.class)
            .arity("1")
            .paramLabel("DIR")
            .description(
                "Write what the page offers for download to this directory, and at the end the"
                    + " pictures that it shows. Nothing there is replaced. Default: nothing is"
                    + " written.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("SCRIPT")
            .description("A file; a page if its name ends in .html.")
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    Path file = Path.of(arguments.matchedPositionalValue(0, ""));
    if (!Files.isRegularFile(file)) {
      throw CommandException.notFound("there is no file " + file + "; name a script or a page");
    }
    Allowed allowed = Allowed.parse(arguments.matchedOptionValue(ALLOW, ""), terminal);
    boolean fake = arguments.hasMatchedOption(FAKE);
    Optional<Path> out =
        Optional.ofNullable(arguments.matchedOptionValue(OUT, null))
            .map(it -> Path.of((String) it));
    Downloads downloads =
        out.<Downloads>map(directory -> new DownloadDirectory(directory, terminal::print))
            .orElse(
                (name, type, content) ->
                    terminal.printError("not written: " + name + "; name a directory with --out"));
    AtomicBoolean failed = new AtomicBoolean();
    PageFiles files = new PageFiles(file);
    try (ScriptEngine engine = ScriptEngine.create();
        ScriptContext context =
            engine
                .newContext()
                .origin(files.origin())
                .url(files.url())
                .resources(files)
                .pictureEncoder(new PagePictures())
                .downloads(downloads)
                .media(media -> (fake ? media.fakeDevices() : media).prompt(allowed))
                .console((level, text) -> print(terminal, level, text))
                .onUncaught(
                    text -> {
                      failed.set(true);
                      terminal.printError("Uncaught " + text);
                    })
                .build()) {
      CompletableFuture<Void> run =
          files.isPage()
              ? context.open(files.url())
              : context.runModule(files.url(), Files.readString(file));
      run.get();
      context.awaitIdle();
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

  private static void print(Terminal terminal, ConsoleLevel level, String text) {
    if (level.compareTo(ConsoleLevel.WARN) >= 0) {
      terminal.printError(text);
    } else {
      terminal.print(text);
    }
  }
}
