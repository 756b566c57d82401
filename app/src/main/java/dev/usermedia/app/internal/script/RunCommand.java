package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.options.DurationText;
import dev.usermedia.javascript.ScriptEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia run}. */
public final class RunCommand implements Subcommand {
  private static final String FAKE = "--fake";
  private static final String ALLOW = "--allow";
  private static final String OUT = "--out";
  private static final String CLICK = "--click";
  private static final String FOR = "--for";
  private static final String LEGACY = "--legacy";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("run");
    spec.usageMessage()
        .customSynopsis("usermedia run [OPTIONS] SCRIPT")
        .description(
            "Runs a script or a page that was written for a browser: navigator.mediaDevices is"
                + " there, await may stand at the top level. It ends when nothing is left to do, after"
                + " the time of --for, or with Ctrl-C; then --out gets the pictures that it shows.",
            "")
        .footer(
            "",
            "Examples:",
            "  usermedia run --fake --allow camera,microphone settings.js",
            "  usermedia run --allow camera --out pictures page.html",
            "  usermedia run --allow camera --click '#shoot' --for 5s --out pictures booth.html",
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
                "What the script may capture: camera, microphone, screen; and network, if its peer"
                    + " connections may find a way to a peer. Several with commas between. Default:"
                    + " nothing.")
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
    spec.addOption(
        OptionSpec.builder(CLICK)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("SELECTOR")
            .description(
                "Click this element once the page has nothing to do but wait; several are clicked one"
                    + " after the other.")
            .build());
    spec.addOption(
        OptionSpec.builder(FOR)
            .type(String.class)
            .arity("1")
            .paramLabel("DURATION")
            .description(
                "End after so long what would go on: 5s, 1m30s. Default: it ends by itself or with"
                    + " Ctrl-C.")
            .build());
    spec.addOption(
        OptionSpec.builder(LEGACY)
            .description(
                "Have names that browsers had until about 2017: navigator.webkitGetUserMedia,"
                    + " stream.stop(), URL.createObjectURL(stream).")
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
    PageRun run =
        new PageRun(
            file,
            Allowed.parse(arguments.matchedOptionValue(ALLOW, ""), terminal),
            arguments.hasMatchedOption(FAKE),
            arguments.hasMatchedOption(LEGACY),
            List.copyOf(arguments.matchedOptionValue(CLICK, List.of())),
            Optional.ofNullable(arguments.<String>matchedOptionValue(FOR, null))
                .map(text -> DurationText.parse(FOR, text)),
            Optional.ofNullable(arguments.<String>matchedOptionValue(OUT, null)).map(Path::of),
            terminal);
    try (ScriptEngine engine = ScriptEngine.create()) {
      return run.on(engine, interruption);
    }
  }
}
