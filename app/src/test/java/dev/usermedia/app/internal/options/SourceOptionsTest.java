package dev.usermedia.app.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.app.internal.options.SourceRequest.Camera;
import dev.usermedia.app.internal.options.SourceRequest.Picture;
import dev.usermedia.app.internal.options.SourceRequest.Screen;
import dev.usermedia.app.internal.options.SourceRequest.Sound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class SourceOptionsTest {
  private OutArgument out;

  @Test
  void withoutOptionsTheDefaultCameraAndMicrophoneAreAskedForButNoMicrophoneIsNoError() {
    SourceRequest request = read("clip.webm");
    assertThat(request.fake()).isFalse();
    assertThat(request.picture()).get().isInstanceOf(Camera.class);
    assertThat(device(request)).isEmpty();
    assertThat(request.sound().orElseThrow().device()).isEmpty();
    assertThat(request.sound().orElseThrow().asked()).isFalse();
    assertThat(out.text()).isEqualTo("clip.webm");
  }

  @ParameterizedTest
  @CsvSource({
    "--screen clip.webm,                  '',      ''",
    "--screen --mic clip.webm,            '',      ''",
    "--screen HDMI --mic USB clip.webm,   HDMI,    USB",
    "clip.webm --screen HDMI --mic,       HDMI,    ''",
    "--screen clip.webm --mic USB,        '',      USB",
    "--screen=HDMI --mic clip.webm,       HDMI,    ''",
    "--mic clip.webm --screen HDMI,       HDMI,    ''"
  })
  void aFileAfterAnOptionalNameIsTheFile(String line, String screen, String mic) {
    SourceRequest request = read(line.split(" "));
    assertThat(out.text()).isEqualTo("clip.webm");
    assertThat(request.picture()).get().isInstanceOf(Screen.class);
    assertThat(device(request).orElse("")).isEqualTo(screen);
    assertThat(request.sound().flatMap(Sound::device).orElse("")).isEqualTo(mic);
  }

  @Test
  void soundThatIsNamedOrConstrainedOrAloneIsAskedFor() {
    assertThat(sound("--mic", "a.webm").asked()).isTrue();
    assertThat(sound("--audio", "stereo", "a.webm").asked()).isTrue();
    assertThat(sound("--no-video", "a.webm").asked()).isTrue();
    assertThat(sound("--screen", "a.webm").asked()).isFalse();
  }

  @Test
  void theSoundOfAFileThatIsTheCameraIsTheFiles() {
    assertThat(sound("--camera", "file:clip.mp4", "a.webm").device()).contains("file:clip.mp4");
    assertThat(sound("--camera", "file:clip.mp4", "--mic", "USB", "a.webm").device())
        .contains("USB");
    assertThat(sound("--camera", "file:clip.mp4", "--mic", "--overwrite", "a.webm").device())
        .as("the machine's own microphone")
        .isEmpty();
    assertThat(read("--camera", "file:clip.mp4", "a.webm").addresses())
        .containsExactly("file:clip.mp4");
  }

  @Test
  void eitherCanBeLeftOut() {
    assertThat(read("--no-audio", "a.webm").sound()).isEmpty();
    assertThat(read("--no-video", "a.webm").picture()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--no-audio --no-video a.webm, --no-video and --no-audio leave nothing to record; drop one",
    "--screen --camera x a.webm, --screen and --camera exclude each other; drop one of them",
    "--no-video --video @5 a.webm, --no-video and --video exclude each other; drop one of them",
    "--no-audio --mic USB a.webm, --no-audio and --mic exclude each other; drop one of them",
    "--no-audio --audio mono a.webm, --no-audio and --audio exclude each other; drop one of them"
  })
  void contradictionsAreRefused(String line, String message) {
    assertThatThrownBy(() -> read(line.split(" "))).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"--fake", "--camera file:clip.webm", "--screen --mic"})
  void aMissingFileIsSaid(String line) {
    assertThatThrownBy(() -> read(line.split(" ")))
        .hasMessage("no file to write; name one that ends in .webm");
  }

  private SourceRequest read(String... arguments) {
    CommandSpec spec = CommandSpec.create();
    SourceOptions.addPicture(spec);
    SourceOptions.addSound(spec);
    spec.addOption(CommandLine.Model.OptionSpec.builder("--overwrite").build());
    OutArgument.add(spec, "");
    ParseResult parsed = new CommandLine(spec).setExpandAtFiles(false).parseArgs(arguments);
    out = OutArgument.read(parsed, List.of(".webm"));
    return SourceOptions.read(parsed, out, warning -> {});
  }

  private Sound sound(String... arguments) {
    return read(arguments).sound().orElseThrow();
  }

  private static Optional<String> device(SourceRequest request) {
    return request.picture().flatMap(Picture::device);
  }
}
