package dev.usermedia.app;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does the command's main jobs once, in one process: what that loads is what a start-up cache
 * holds, and what is missing here is loaded the slow way at each start.
 */
public final class Training {
  private static final String PAGE =
      """
      <!doctype html>
      <video autoplay></video>
      <canvas id="photo" width="320" height="240"></canvas>
      <script>
        (async () => {
          const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
          const video = document.querySelector("video");
          video.srcObject = stream;
          await new Promise((resolve) => video.addEventListener("loadeddata", resolve));
          const canvas = document.getElementById("photo");
          canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
          console.log(canvas.toDataURL("image/png").length > 0);
          stream.getTracks().forEach((track) => track.stop());
        })();
      </script>
      """;

  private Training() {}

  /**
   * Works in an empty directory.
   *
   * @param arguments {@code capture} or {@code script}, for a cache of either, and the directory
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[1]);
    System.exit(
        (arguments[0].equals("script") ? scripts(directory) : captures(directory)).number());
  }

  private static ExitCode captures(Path directory) {
    String clip = directory.resolve("clip.webm").toString();
    String copy = directory.resolve("copy.webm").toString();
    String photo = directory.resolve("photo.png").toString();
    return inTurn(
        List.of("record", "--fake", "--for", "1s", clip),
        List.of("record", "--camera", "file:" + clip, "--mic", "file:" + clip, copy),
        List.of("photo", "--fake", photo));
  }

  private static ExitCode scripts(Path directory) throws IOException {
    Path page = Files.writeString(directory.resolve("page.html"), PAGE);
    String all = "camera,microphone";
    return inTurn(
        List.of("run", "--fake", "--allow", all, "--out", directory.toString(), page.toString()));
  }

  @SafeVarargs
  private static ExitCode inTurn(List<String>... jobs) {
    for (List<String> job : jobs) {
      ExitCode code =
          Usermedia.run(job.toArray(String[]::new), Terminal.system(), new Interruption());
      if (code != ExitCode.OK) {
        return code;
      }
    }
    return ExitCode.OK;
  }
}
