package dev.usermedia.app.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaKind;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTextTest {
  private final List<String> warnings = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1280x720    | {\"width\":{\"exact\":1280},\"height\":{\"exact\":720}}",
        "@15         | {\"frameRate\":{\"min\":14.985,\"max\":15,\"ideal\":15}}",
        "640x480@7.5 | {\"width\":{\"exact\":640},\"height\":{\"exact\":480},"
            + "\"frameRate\":{\"min\":7.492,\"max\":7.5,\"ideal\":7.5}}"
      })
  void aShortFormOfAPictureIsRequiredToTheLetter(String text, String json) {
    assertThat(video(text.strip())).hasToString(json);
  }

  @Test
  void thirtyIsSatisfiedByTheRateOfNtsc() {
    double min =
        ((dev.usermedia.constraints.ConstrainDoubleRange) video("@30").frameRate().orElseThrow())
            .min()
            .orElseThrow();
    assertThat(min).isLessThanOrEqualTo(30_000 / 1001.0).isGreaterThan(29.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48000   | {\"sampleRate\":{\"exact\":48000}}",
        "48000x2 | {\"sampleRate\":{\"exact\":48000},\"channelCount\":{\"exact\":2}}",
        "x2      | {\"channelCount\":{\"exact\":2}}",
        "mono    | {\"channelCount\":{\"exact\":1}}",
        "stereo  | {\"channelCount\":{\"exact\":2}}"
      })
  void aShortFormOfSoundIsRequiredToTheLetter(String text, String json) {
    assertThat(audio(text.strip())).hasToString(json);
  }

  @Test
  void jsonMeansWhatItMeansOnTheWeb() {
    String json =
        "{\"width\":{\"ideal\":1280},\"frameRate\":30,"
            + "\"advanced\":[{\"height\":720},{\"facingMode\":\"user\"}]}";
    assertThat(video(json)).hasToString(json);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12x", "x720", "@", "0x0", "@0", "1280×720", "1280x720@30!", "width=3", "[1]"})
  void anythingElseIsASyntaxErrorThatShowsTheForms(String text) {
    assertThatThrownBy(() -> video(text))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "--video "
                + text
                + " is no constraint; say 1280x720@30, 1280x720, @15 or {\"width\":1280}")
        .extracting(e -> ((CommandException) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"width\" 3}              | Expected ':' at line 1 column 11 path $.width",
        "{\"width\":1280            | End of input at line 1 column 14 path $.width",
        "{width:3}                  | malformed text at line 1 column 3 path $.",
        "{\"width\":3} x            | malformed text at line 1 column 14 path $",
        "{\"width\":3,\"width\":4}  | the name \"width\" twice at path $.width",
        "{'width':3}                | malformed text at line 1 column 3 path $."
      })
  void brokenJsonIsASyntaxErrorThatSaysWhere(String text, String problem) {
    assertThatThrownBy(() -> video(text.strip()))
        .hasMessageStartingWith("--video is no JSON: " + problem.strip() + ";")
        .extracting(e -> ((CommandException) e).name())
        .isEqualTo("SyntaxError");
  }

  @Test
  void aMemberOfTheWrongTypeIsATypeErrorThatNamesIt() {
    assertThatThrownBy(() -> video("{\"advanced\":[{\"width\":{\"min\":\"wide\"}}]}"))
        .hasMessageStartingWith("--video advanced[0].width.min: expected ")
        .extracting(e -> ((CommandException) e).name())
        .isEqualTo("TypeError");
  }

  @Test
  void membersThatTheWebDropsInSilenceAreNamed() {
    video(
        "{\"widht\":3,\"width\":{\"exakt\":1},\"sampleRate\":44100,"
            + "\"advanced\":[{\"hight\":5}]}");
    assertThat(warnings)
        .containsExactly(
            "--video has no constraint widht: ignored",
            "--video has no constraint width.exakt: ignored",
            "--video sampleRate is not for video: ignored",
            "--video has no constraint advanced[0].hight: ignored");
  }

  private MediaTrackConstraints video(String text) {
    return ConstraintText.parse("--video", text, MediaKind.VIDEO, warnings::add);
  }

  private MediaTrackConstraints audio(String text) {
    return ConstraintText.parse("--audio", text, MediaKind.AUDIO, warnings::add);
  }
}
