package dev.usermedia.app.internal.script;

import com.google.gson.GsonBuilder;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.javascript.wpt.WptResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Results in the form of the tests' own runner: wptreport JSON. */
final class WptReport {
  private WptReport() {}

  static void write(Path file, List<WptResult> results) {
    List<Map<String, Object>> entries =
        results.stream()
            .map(
                result ->
                    Map.<String, Object>of(
                        "test",
                        result.test().path(),
                        "status",
                        result.status(),
                        "message",
                        result.message(),
                        "duration",
                        result.durationMs(),
                        "subtests",
                        result.subtests().stream()
                            .map(
                                subtest ->
                                    Map.of(
                                        "name", subtest.name(),
                                        "status", subtest.status(),
                                        "message", subtest.message()))
                            .toList()))
            .toList();
    try {
      Files.writeString(
          file,
          new GsonBuilder()
              .disableHtmlEscaping()
              .setPrettyPrinting()
              .create()
              .toJson(Map.of("results", entries)));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.OUTPUT,
          "NoModificationAllowedError",
          file + " cannot be written; name another file",
          e);
    }
  }
}
