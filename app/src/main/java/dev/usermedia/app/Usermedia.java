package dev.usermedia.app;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Failure;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.devices.DevicesCommand;
import dev.usermedia.app.internal.photo.PhotoCommand;
import dev.usermedia.app.internal.record.RecordCommand;
import dev.usermedia.app.internal.script.RunCommand;
import dev.usermedia.app.internal.script.WptCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command: understands its arguments, does what they ask, and has one line for a failure. */
final class Usermedia {
  private static final String HELP = "--help";
  private static final String VERSION = "--version";
  private static final String VERBOSE = "--verbose";

  private Usermedia() {}

  static ExitCode run(String[] arguments, Terminal terminal, Interruption interruption) {
    try {
      return execute(arguments, terminal, interruption);
    } catch (Throwable thrown) {
      Failure failure = Failure.of(thrown);
      if (Arrays.asList(arguments).contains(VERBOSE)) {
        terminal.trace(thrown);
      }
      terminal.note(failure.line());
      return failure.exitCode();
    }
  }

  private static ExitCode execute(
      String[] arguments, Terminal terminal, Interruption interruption) {
    Map<String, Subcommand> subcommands = new LinkedHashMap<>();
    CommandSpec root = root();
    for (Subcommand subcommand :
        List.of(
            new DevicesCommand(),
            new RecordCommand(),
            new PhotoCommand(),
            new RunCommand(),
            new WptCommand())) {
      CommandSpec spec = subcommand.spec();
      addCommonOptions(spec);
      subcommands.put(spec.name(), subcommand);
      root.addSubcommand(spec.name(), spec);
    }
    ParseResult parsed = parse(root, arguments);
    ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (innermost.hasMatchedOption(HELP)) {
      terminal.print(help(innermost.commandSpec()));
      return ExitCode.OK;
    }
    if (parsed.hasMatchedOption(VERSION)) {
      terminal.print(version());
      return ExitCode.OK;
    }
    Subcommand subcommand = subcommands.get(innermost.commandSpec().name());
    if (subcommand == null) {
      throw CommandException.usage(
          "no command; say "
              + String.join(" or ", subcommands.keySet())
              + ", and see usermedia --help");
    }
    return subcommand.run(innermost, terminal, interruption);
  }

  private static CommandSpec root() {
    CommandSpec spec = CommandSpec.create().name("usermedia");
    spec.usageMessage()
        .customSynopsis("usermedia COMMAND [OPTIONS]; usermedia COMMAND --help tells more.")
        .description("Captures cameras, microphones and screens.")
        .footer(
            Stream.concat(
                    Stream.of(
                        "",
                        "Examples:",
                        "  usermedia devices",
                        "  usermedia record --fake --for 5s clip.webm",
                        "  usermedia record --screen --mic talk.webm",
                        "  usermedia photo --camera file:clip.mp4 still.png",
                        "  usermedia run --fake --allow camera script.js",
                        "",
                        "A failure is one line on standard error. Exit codes:"),
                    Arrays.stream(ExitCode.values())
                        .map(code -> "  " + code.number() + "  " + code.meaning()))
                .toArray(String[]::new));
    spec.addOption(OptionSpec.builder(VERSION).description("Print the version and exit.").build());
    addCommonOptions(spec);
    return spec;
  }

  private static void addCommonOptions(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(HELP, "-h")
            .usageHelp(true)
            .description("Print this help and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder(VERBOSE)
            .description("Print the stack trace of a failure before its line.")
            .build());
    spec.usageMessage().width(100).sortOptions(false);
  }

  private static ParseResult parse(CommandSpec root, String[] arguments) {
    CommandLine commandLine =
        new CommandLine(root)
            .setExpandAtFiles(false) // @15 is a frame rate
            .setPosixClusteredShortOptionsAllowed(false)
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    try {
      return commandLine.parseArgs(arguments);
    } catch (ParameterException e) {
      CommandSpec spec = e.getCommandLine().getCommandSpec();
      throw CommandException.usage(
          switch (e) {
                case UnmatchedArgumentException unmatched ->
                    "unknown argument " + String.join(" ", unmatched.getUnmatched());
                case MaxValuesExceededException _ -> "more than one file to write";
                default -> String.valueOf(e.getMessage());
              }
              + "; see "
              + spec.qualifiedName()
              + " --help");
    }
  }

  private static String help(CommandSpec spec) {
    StringWriter text = new StringWriter();
    spec.commandLine().usage(new PrintWriter(text), Ansi.OFF);
    return text.toString().stripTrailing();
  }

  private static String version() {
    Module module = Usermedia.class.getModule();
    String version =
        module.isNamed()
            ? module.getDescriptor().rawVersion().orElse("development")
            : "development";
    return "usermedia " + version + " (Java " + System.getProperty("java.version") + ")";
  }
}
