package dev.usermedia.app.internal.photo;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.options.OutArgument;
import dev.usermedia.app.internal.options.SourceOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia photo}. */
public final class PhotoCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("photo");
    SourceOptions.addPicture(spec);
    OutArgument.add(spec, "The file to write; its name ends in .png, .jpg or .jpeg.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    return ExitCode.FAILED;
  }
}
