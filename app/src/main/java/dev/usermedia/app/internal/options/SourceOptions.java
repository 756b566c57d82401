package dev.usermedia.app.internal.options;

import dev.usermedia.MediaKind;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.options.SourceRequest.Camera;
import dev.usermedia.app.internal.options.SourceRequest.Picture;
import dev.usermedia.app.internal.options.SourceRequest.Screen;
import dev.usermedia.app.internal.options.SourceRequest.Sound;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose what is captured. */
public final class SourceOptions {
  private static final String FAKE = "--fake";
  private static final String SCREEN = "--screen";
  private static final String CAMERA = "--camera";
  private static final String MIC = "--mic";
  private static final String NO_AUDIO = "--no-audio";
  private static final String NO_VIDEO = "--no-video";
  private static final String VIDEO = "--video";
  private static final String AUDIO = "--audio";

  /** What an option has for a value where none is given. */
  static final String NO_VALUE = "";

  private SourceOptions() {}

  /** The option for synthetic devices. */
  public static OptionSpec fake() {
    return flag(FAKE, "Use synthetic devices: a test picture and beeps, on any machine.");
  }

  /** Whether it is given. */
  public static boolean isFake(ParseResult arguments) {
    return arguments.hasMatchedOption(FAKE);
  }

  /** Adds the options for a picture. */
  public static void addPicture(CommandSpec spec) {
    spec.addOption(fake());
    spec.addOption(
        device(SCREEN, "ID", "Capture a screen or window instead of a camera; see devices."));
    spec.addOption(
        device(
            CAMERA,
            "ID|file:PATH",
            "The camera: an id or a part of a label as devices prints them, or a file or URL"
                + " (#loop after it repeats it). Default: the first camera."));
    spec.addOption(
        constraints(
            VIDEO,
            "What the picture must be: 1280x720@30, 1280x720, @15 (to the letter, but 29.97 passes"
                + " for 30), or the Web's JSON."));
  }

  /** Adds the options for sound, and for either alone. */
  public static void addSound(CommandSpec spec) {
    spec.addOption(
        device(
            MIC,
            "ID|file:PATH",
            "The microphone, named like a camera. Default: the sound of the camera's file, or else"
                + " the first microphone, if there is one."));
    spec.addOption(
        constraints(
            AUDIO, "What the sound must be: 48000, 48000x2, mono, stereo, or the Web's JSON."));
    spec.addOption(flag(NO_AUDIO, "Record no sound."));
    spec.addOption(flag(NO_VIDEO, "Record no picture."));
  }

  /**
   * What the options ask for.
   *
   * @param arguments of a command with {@link #addPicture} and maybe {@link #addSound}
   * @param out the command's own argument, which no device's name can be
   * @throws CommandException if they contradict each other or cannot be read
   */
  public static SourceRequest read(
      ParseResult arguments, OutArgument out, Consumer<String> warnings) {
    boolean noVideo = arguments.hasMatchedOption(NO_VIDEO);
    boolean noAudio = arguments.hasMatchedOption(NO_AUDIO);
    if (noVideo && noAudio) {
      throw CommandException.usage(
          "--no-video and --no-audio leave nothing to record; drop one of them");
    }
    refuseTogether(arguments, SCREEN, CAMERA);
    for (String option : new String[] {SCREEN, CAMERA, VIDEO}) {
      refuseTogether(arguments, NO_VIDEO, option);
    }
    for (String option : new String[] {MIC, AUDIO}) {
      refuseTogether(arguments, NO_AUDIO, option);
    }
    Optional<Picture> picture =
        noVideo ? Optional.empty() : Optional.of(picture(arguments, out, warnings));
    Optional<Sound> sound =
        noAudio || arguments.commandSpec().findOption(MIC) == null
            ? Optional.empty()
            : Optional.of(sound(arguments, out, picture, warnings));
    return new SourceRequest(isFake(arguments), picture, sound);
  }

  private static Picture picture(
      ParseResult arguments, OutArgument out, Consumer<String> warnings) {
    MediaTrackConstraints constraints = constraints(arguments, VIDEO, MediaKind.VIDEO, warnings);
    return arguments.hasMatchedOption(SCREEN)
        ? new Screen(device(arguments, SCREEN, out), constraints)
        : new Camera(device(arguments, CAMERA, out), constraints);
  }

  private static Sound sound(
      ParseResult arguments,
      OutArgument out,
      Optional<Picture> picture,
      Consumer<String> warnings) {
    Optional<String> named = device(arguments, MIC, out);
    Optional<String> ofPicture = picture.flatMap(Picture::device).filter(SourceRequest::isAddress);
    boolean asked =
        arguments.hasMatchedOption(MIC) || arguments.hasMatchedOption(AUDIO) || picture.isEmpty();
    return new Sound(
        arguments.hasMatchedOption(MIC) ? named : ofPicture,
        asked,
        constraints(arguments, AUDIO, MediaKind.AUDIO, warnings));
  }

  private static MediaTrackConstraints constraints(
      ParseResult arguments, String option, MediaKind kind, Consumer<String> warnings) {
    String text = arguments.matchedOptionValue(option, NO_VALUE);
    return arguments.hasMatchedOption(option)
        ? ConstraintText.parse(option, text, kind, warnings)
        : MediaTrackConstraints.EMPTY;
  }

  private static Optional<String> device(ParseResult arguments, String option, OutArgument out) {
    return Optional.of(arguments.matchedOptionValue(option, NO_VALUE))
        .filter(value -> !value.equals(NO_VALUE) && !out.isFrom(option));
  }

  private static void refuseTogether(ParseResult arguments, String one, String other) {
    if (arguments.hasMatchedOption(one) && arguments.hasMatchedOption(other)) {
      throw CommandException.usage(one + " and " + other + " exclude each other; drop one of them");
    }
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  private static OptionSpec device(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("0..1")
        .fallbackValue(NO_VALUE)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec constraints(String name, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel("CONSTRAINTS")
        .description(description)
        .build();
  }
}
