package dev.usermedia.app.internal.devices;

import dev.usermedia.MediaContext;
import dev.usermedia.app.internal.capture.Contexts;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.log.CommandLog;
import dev.usermedia.app.internal.options.SourceOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia devices}. */
public final class DevicesCommand implements Subcommand {
  private static final String MODES = "--modes";
  private static final String JSON = "--json";
  private static final String WHY = "--why";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("devices");
    spec.usageMessage()
        .customSynopsis("usermedia devices [OPTIONS]")
        .description(
            "Lists cameras, microphones, speakers, screens and windows.",
            "* marks what is taken when none is named.")
        .footer(
            "",
            "Examples:",
            "  usermedia devices",
            "  usermedia devices --modes --fake",
            "  usermedia devices --json",
            "  usermedia devices --why 1920x1080@60",
            "  usermedia devices --why '{\"sampleRate\":{\"exact\":48000}}'");
    spec.addOption(
        OptionSpec.builder(MODES)
            .description("Show every mode that a device delivers in.")
            .build());
    spec.addOption(
        OptionSpec.builder(JSON)
            .description("Print JSON, with modes and capabilities; README.md has its shape.")
            .build());
    spec.addOption(
        OptionSpec.builder(WHY)
            .type(String.class)
            .arity("1")
            .paramLabel("CONSTRAINTS")
            .description(
                "Show for each camera or microphone which constraint rules out what of it, and"
                    + " which value would do. CONSTRAINTS as for record.")
            .build());
    spec.addOption(SourceOptions.fake());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    try (MediaContext context = Contexts.forListing(SourceOptions.isFake(arguments))) {
      if (arguments.hasMatchedOption(WHY)) {
        Why why = Why.of(context, WHY, arguments.matchedOptionValue(WHY, ""), terminal::warn);
        if (arguments.hasMatchedOption(JSON)) {
          terminal.print(DeviceJson.write(why));
        } else {
          new WhyTable(why).write(terminal::print);
        }
        return why.firstFit().isPresent() ? ExitCode.OK : ExitCode.OVERCONSTRAINED;
      }
      DeviceList list = DeviceList.of(context);
      if (arguments.hasMatchedOption(JSON)) {
        terminal.print(DeviceJson.write(list));
      } else {
        new DeviceTable(list, arguments.hasMatchedOption(MODES)).write(terminal::print);
      }
    }
    CommandLog.current().release(terminal::warn);
    return ExitCode.OK;
  }
}
