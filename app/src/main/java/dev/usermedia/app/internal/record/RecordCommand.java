package dev.usermedia.app.internal.record;

import dev.usermedia.app.internal.capture.Capture;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.log.CommandLog;
import dev.usermedia.app.internal.options.DurationText;
import dev.usermedia.app.internal.options.OutArgument;
import dev.usermedia.app.internal.options.SourceOptions;
import dev.usermedia.app.internal.options.SourceRequest;
import dev.usermedia.app.internal.output.OutputFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia record}. */
public final class RecordCommand implements Subcommand {
  private static final String FOR = "--for";
  private static final String QUIET = "--quiet";
  private static final List<String> EXTENSIONS = List.of(".webm");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("record");
    spec.usageMessage()
        .customSynopsis("usermedia record [SOURCES] [OPTIONS] OUT")
        .description(
            "Records a camera or a screen, and a microphone, to a WebM file (VP8 and Opus).",
            "",
            "The recording ends with Ctrl-C, SIGTERM or SIGHUP, after the time of --for, when a"
                + " device goes away, or when the last of its files is over. If OUT cannot be"
                + " written to the end, what there is of it is renamed: clip.webm to"
                + " clip.partial.webm.",
            "")
        .footer(
            "",
            "Examples:",
            "  usermedia record --fake --for 5s clip.webm",
            "  usermedia record --screen --mic talk.webm",
            "  usermedia record --camera logitech --video 1280x720@30 --audio mono me.webm",
            "  usermedia record --camera file:clip.mp4#loop --for 1m30s --no-audio loop.webm",
            "  usermedia record --video '{\"width\":{\"ideal\":1920},\"frameRate\":{\"max\":15}}'"
                + " slow.webm",
            "",
            "Exit codes: see usermedia --help.");
    SourceOptions.addPicture(spec);
    SourceOptions.addSound(spec);
    spec.addOption(
        OptionSpec.builder(FOR)
            .type(String.class)
            .arity("1")
            .paramLabel("DURATION")
            .description("Record so long: 5s, 1m30s, 500ms, 0.5h.")
            .build());
    spec.addOption(OutputFile.overwriteOption());
    spec.addOption(
        OptionSpec.builder(QUIET).description("Print nothing but warnings and errors.").build());
    OutArgument.add(spec, "The file to write; its name ends in .webm.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    List<String> warnings = new ArrayList<>();
    OutArgument out = OutArgument.read(arguments, EXTENSIONS);
    SourceRequest request = SourceOptions.read(arguments, out, warnings::add);
    Optional<Duration> length =
        arguments.hasMatchedOption(FOR)
            ? Optional.of(DurationText.parse(FOR, arguments.matchedOptionValue(FOR, "")))
            : Optional.empty();
    boolean overwrite = OutputFile.mayOverwrite(arguments);
    OutputFile file = OutputFile.check(out.text(), EXTENSIONS, overwrite);
    try (Capture capture = Capture.open(request, warnings::add)) {
      // Opening the devices was what is most likely to fail, and then in one line.
      warnings.forEach(terminal::warn);
      CommandLog.current().release(terminal::warn);
      boolean quiet = arguments.hasMatchedOption(QUIET);
      return new RecordingSession(capture, file, length, quiet, terminal)
          .run(interruption, overwrite);
    }
  }
}
