package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.javascript.wpt.KnownSubtests;
import dev.usermedia.javascript.wpt.WptExpectations;
import dev.usermedia.javascript.wpt.WptResult;
import dev.usermedia.javascript.wpt.WptRunner;
import dev.usermedia.javascript.wpt.WptTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia wpt}. */
public final class WptCommand implements Subcommand {
  private static final String ROOT = "--root";
  private static final String REPORT = "--report";
  private static final String EXPECT = "--expect";
  private static final String PATIENCE = "--patience";
  private static final String CONSOLE = "--console";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("wpt");
    spec.usageMessage()
        .customSynopsis("usermedia wpt --root TESTS [OPTIONS] PATH...")
        .description(
            "Runs Web Platform Tests on the synthetic devices, each page in a fresh context.", "")
        .footer(
            "",
            "Example:",
            "  usermedia wpt --root wpt --report report.json mediacapture-streams",
            "",
            "Subtests that a page is known to have and does not report count as not run.",
            "Exit codes: 0 if all is as expected, 1 if not; see usermedia --help.");
    spec.addOption(
        option(ROOT, "TESTS", "The directory that has resources/testharness.js.").build());
    spec.addOption(option(REPORT, "FILE", "Write results as wptreport JSON.").build());
    spec.addOption(
        option(
                EXPECT,
                "FILE",
                "The expected failures: PAGE :: SUBTEST :: REASON in each line. Default: the project's.")
            .build());
    spec.addOption(
        option(PATIENCE, "FACTOR", "Multiplies the time limits of the pages. Default: 1.").build());
    spec.addOption(
        OptionSpec.builder(CONSOLE)
            .description("Print what pages write to their consoles and do not catch.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("PATH")
            .description("Directories and tests below TESTS.")
            .build());
    return spec;
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description);
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    Path root = Path.of(arguments.matchedOptionValue(ROOT, "."));
    if (!Files.isRegularFile(root.resolve("resources/testharness.js"))) {
      throw CommandException.notFound(
          root + " has no resources/testharness.js; name the tests' directory with --root");
    }
    WptExpectations expectations = expectations(arguments.matchedOptionValue(EXPECT, ""));
    KnownSubtests known = KnownSubtests.kept();
    double patience = patience(arguments.matchedOptionValue(PATIENCE, "1"));
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    List<WptResult> results = new ArrayList<>();
    int differences = 0;
    try (WptRunner runner = new WptRunner(root, patience)) {
      for (String path : paths) {
        List<WptTest> tests = tests(root, path);
        for (WptTest test : tests) {
          WptResult result = known.complete(runner.run(test));
          if (arguments.hasMatchedOption(CONSOLE)) {
            result.console().forEach(terminal::print);
          }
          results.add(result);
          differences += print(result, expectations, known, terminal);
        }
        for (WptResult missing : known.missing(path, tests)) {
          results.add(missing);
          differences += print(missing, expectations, known, terminal);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
    long passed = results.stream().mapToLong(WptResult::passed).sum();
    long all = results.stream().mapToLong(result -> result.subtests().size()).sum();
    terminal.print(passed + " of " + all + " subtests passed on " + results.size() + " pages");
    String report = arguments.matchedOptionValue(REPORT, "");
    if (!report.isEmpty()) {
      WptReport.write(Path.of(report), results);
    }
    return differences == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Returns how much is not as expected. */
  private static int print(
      WptResult result, WptExpectations expectations, KnownSubtests known, Terminal terminal) {
    terminal.print(line(result));
    List<String> differences = expectations.differences(result);
    differences.forEach(difference -> terminal.printError("  unexpected " + difference));
    List<String> unknown = known.unknown(result);
    unknown.forEach(name -> terminal.printError("  not among the known subtests: " + name));
    return differences.size() + unknown.size();
  }

  private static List<WptTest> tests(Path root, String path) {
    if (!Files.exists(root.resolve(path))) {
      throw CommandException.notFound("there is no " + path + " in " + root + "; see its folders");
    }
    return WptTest.find(root, path);
  }

  private static String line(WptResult result) {
    return result.status()
        + " "
        + result.passed()
        + "/"
        + result.subtests().size()
        + " "
        + result.test().path()
        + " "
        + result.durationMs()
        + " ms";
  }

  private static double patience(String text) {
    try {
      double patience = Double.parseDouble(text);
      if (patience > 0) {
        return patience;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw CommandException.syntax("--patience " + text + " is no factor; say a number above 0");
  }

  private static WptExpectations expectations(String file) {
    if (file.isEmpty()) {
      return WptExpectations.kept();
    }
    try {
      return WptExpectations.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "NotReadableError", file + " cannot be read; name another file", e);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE, "SyntaxError", e.getMessage() + "; write PAGE :: SUBTEST :: REASON", e);
    }
  }
}
