package dev.usermedia.app.internal.options;

import dev.usermedia.app.internal.cli.CommandException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The file that a command writes. It may follow an option whose value can be left out, as in {@code
 * --screen clip.webm}, and the parser then takes it for that value; where no file is left over, it
 * is the file after all.
 *
 * @param from the option that it was taken for the value of, if it was
 */
public record OutArgument(String text, Optional<String> from) {
  /** Adds the argument. */
  public static void add(CommandSpec spec, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("OUT")
            .hideParamSyntax(true)
            .description(description)
            .build());
  }

  /**
   * Finds the argument.
   *
   * @param extensions what files of the command end in, such as {@code ".webm"}
   * @throws CommandException {@code UsageError} if there is none
   */
  public static OutArgument read(ParseResult arguments, List<String> extensions) {
    Optional<String> own = Optional.ofNullable(arguments.matchedPositionalValue(0, null));
    if (own.isPresent()) {
      return new OutArgument(own.get(), Optional.empty());
    }
    List<OptionSpec> taken =
        arguments.matchedOptions().stream()
            .filter(option -> option.arity().min() == 0 && option.arity().max() == 1)
            .filter(option -> !value(arguments, option).equals(SourceOptions.NO_VALUE))
            .toList();
    return taken.stream()
        .filter(option -> hasExtension(value(arguments, option), extensions))
        .findFirst()
        .or(() -> taken.isEmpty() ? Optional.empty() : Optional.of(taken.getLast()))
        .filter(option -> !SourceRequest.isAddress(value(arguments, option)))
        .map(option -> new OutArgument(value(arguments, option), Optional.of(option.longestName())))
        .orElseThrow(
            () ->
                CommandException.usage(
                    "no file to write; name one that ends in " + String.join(" or ", extensions)));
  }

  /** Whether a file name ends in one of the extensions, in whichever case. */
  static boolean hasExtension(String name, List<String> extensions) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(lower::endsWith);
  }

  /** Whether the option has no value because it is this. */
  boolean isFrom(String option) {
    return from.filter(option::equals).isPresent();
  }

  private static String value(ParseResult arguments, OptionSpec option) {
    return arguments.matchedOptionValue(option.longestName(), SourceOptions.NO_VALUE);
  }
}
