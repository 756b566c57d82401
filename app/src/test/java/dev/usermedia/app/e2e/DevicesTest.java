package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code usermedia devices}, and what needs no device. */
@Tag("e2e")
class DevicesTest {
  @TempDir private Path directory;

  @Test
  void aMachineWithoutDevicesSaysSoAndWhyAndThatIsNoFailure() throws Exception {
    Command.Run run = Command.usermedia(directory, "devices").run().assertSucceeded();
    assertThat(run.out())
        .first()
        .isEqualTo("There are no devices on this machine; --fake works on any.");
    assertThat(run.out()).contains("(no X11 display: DISPLAY is not set)");
  }

  @Test
  void whySaysWhichConstraintRulesOutWhatAndWhichValueWouldDo() throws Exception {
    Command.Run table =
        Command.usermedia(directory, "devices", "--fake", "--why", "5000x720@30").run();
    assertThat(table.exitCode()).isEqualTo(4);
    assertThat(table.out()).first().asString().startsWith("DEVICE").contains("WHAT WOULD DO");
    assertThat(table.out())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Synthetic front camera (")
                    .contains("width exact 5000")
                    .endsWith("1 to 1920"));
  }

  @Test
  void whySaysWhatWouldBeTakenThoughModesAreRuledOut() throws Exception {
    Command.Run table =
        Command.usermedia(directory, "devices", "--fake", "--why", "1280x720")
            .run()
            .assertSucceeded();
    assertThat(table.out())
        .anySatisfy(line -> assertThat(line).contains("width exact 1280").endsWith("1 to 640"))
        .anySatisfy(line -> assertThat(line).contains("fits").contains("width 1280, height 720"));
  }

  @Test
  void whyIsJsonTooAndAboutSoundIfTheConstraintsAre() throws Exception {
    Command.Run run =
        Command.usermedia(
                directory,
                "devices",
                "--fake",
                "--json",
                "--why",
                "{\"sampleRate\":{\"exact\":48000},\"channelCount\":{\"min\":3}}")
            .run();
    assertThat(run.exitCode()).isEqualTo(4);
    JsonObject device =
        JsonParser.parseString(String.join("\n", run.out()))
            .getAsJsonObject()
            .getAsJsonArray("devices")
            .get(0)
            .getAsJsonObject();
    assertThat(device.get("kind").getAsString()).isEqualTo("audioinput");
    assertThat(device.get("fits").getAsBoolean()).isFalse();
    JsonObject byRate = ruledOut(device, "sampleRate");
    assertThat(byRate.get("available")).hasToString("[16000,44100]");
    JsonObject byChannels = ruledOut(device, "channelCount");
    assertThat(byChannels.get("asked")).hasToString("{\"min\":3}");
    assertThat(byChannels.get("available")).hasToString("[1,2]");
    assertThat(byChannels.getAsJsonArray("modes")).hasSize(2);
  }

  private static JsonObject ruledOut(JsonObject device, String constraint) {
    return device.getAsJsonArray("ruledOut").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(it -> it.get("constraint").getAsString().equals(constraint))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void helpHasExamplesAndTheNumbersOfFailures() throws Exception {
    Command.Run help = Command.usermedia(directory, "--help").run().assertSucceeded();
    assertThat(help.out())
        .contains("  usermedia record --fake --for 5s clip.webm")
        .anyMatch(line -> line.startsWith("  4  "));
    for (String command : new String[] {"devices", "record", "photo"}) {
      assertThat(Command.usermedia(directory, command, "--help").run().assertSucceeded().out())
          .contains("Examples:");
    }
    assertThat(Command.usermedia(directory, "--version").run().assertSucceeded().out())
        .singleElement()
        .asString()
        .matches("usermedia \\d+\\.\\d+\\.\\d+.*");
  }
}
