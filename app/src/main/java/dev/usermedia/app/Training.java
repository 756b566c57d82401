package dev.usermedia.app;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does the command's main jobs once, in one process: what that loads is what the start-up cache
 * holds, and what is missing here is loaded the slow way at each start.
 */
public final class Training {
  private Training() {}

  /** Leaves nothing in the directory that is named. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    String clip = directory.resolve("training.webm").toString();
    String copy = directory.resolve("training-copy.webm").toString();
    String photo = directory.resolve("training.png").toString();
    ExitCode code = ExitCode.OK;
    for (List<String> job :
        List.of(
            List.of("record", "--fake", "--quiet", "--for", "1s", clip),
            List.of("record", "--camera", "file:" + clip, "--mic", "file:" + clip, copy),
            List.of("photo", "--fake", photo))) {
      code = Usermedia.run(job.toArray(String[]::new), Terminal.system(), new Interruption());
      if (code != ExitCode.OK) {
        break;
      }
    }
    for (String made : List.of(clip, copy, photo)) {
      Files.deleteIfExists(Path.of(made));
    }
    System.exit(code.number());
  }
}
