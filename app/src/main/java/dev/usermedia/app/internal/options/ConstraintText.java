package dev.usermedia.app.internal.options;

import dev.usermedia.MediaKind;
import dev.usermedia.TypeError;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Constraints as they stand on the command line: the Web's JSON, which means what it means on the
 * Web, or a short form, which is required to the letter. Only a rate may be off by the factor 1.001
 * that divides 30 from the 29.97 of many devices and files.
 */
public final class ConstraintText {
  private static final String WHOLE = "([1-9]\\d{0,8})";
  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,9})?)";
  private static final Pattern VIDEO =
      Pattern.compile("(?:" + WHOLE + "x" + WHOLE + ")?(?:@" + NUMBER + ")?");
  private static final Pattern AUDIO = Pattern.compile("(?:" + WHOLE + ")?(?:x" + WHOLE + ")?");
  private static final Pattern FIRST_NAME = Pattern.compile("^\\s*\\{\\s*\"([A-Za-z]+)\"");
  private static final Set<String> PARAMETERS = Set.of("exact", "ideal", "min", "max");

  private final String option;
  private final MediaKind kind;
  private final Consumer<String> warnings;

  private ConstraintText(String option, MediaKind kind, Consumer<String> warnings) {
    this.option = option;
    this.kind = kind;
    this.warnings = warnings;
  }

  /**
   * Reads constraints for tracks of a kind.
   *
   * @param option whose value it is, for messages
   * @param warnings told of members that have no effect
   * @throws CommandException {@code SyntaxError} if it is neither JSON nor a short form, {@code
   *     TypeError} if a member has the wrong type
   */
  public static MediaTrackConstraints parse(
      String option, String text, MediaKind kind, Consumer<String> warnings) {
    ConstraintText parser = new ConstraintText(option, kind, warnings);
    if (text.stripLeading().startsWith("{")) {
      return parser.json(text);
    }
    return parser
        .shortForm(text)
        .orElseThrow(
            () ->
                CommandException.syntax(
                    option
                        + " "
                        + text
                        + " is no constraint; say "
                        + (kind == MediaKind.VIDEO
                            ? "1280x720@30, 1280x720, @15 or {\"width\":1280}"
                            : "48000, 48000x2, mono, stereo or {\"sampleRate\":48000}")));
  }

  /**
   * The kind of tracks that constraints are meant for where nothing else says so: sound if they are
   * a short form of it alone, or JSON whose first member is one of sound; else pictures.
   */
  public static MediaKind kindOf(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return VIDEO.matcher(text).matches() || audio(text).isEmpty()
          ? MediaKind.VIDEO
          : MediaKind.AUDIO;
    }
    Matcher name = FIRST_NAME.matcher(text);
    return name.find()
        ? ConstrainableProperty.of(name.group(1))
            .filter(property -> !property.appliesTo(MediaKind.VIDEO))
            .map(property -> MediaKind.AUDIO)
            .orElse(MediaKind.VIDEO)
        : MediaKind.VIDEO;
  }

  private MediaTrackConstraints json(String text) {
    Object tree;
    try {
      tree = JsonTree.read(text);
    } catch (JsonTree.Malformed e) {
      throw new CommandException(
          ExitCode.USAGE,
          "SyntaxError",
          option
              + " is no JSON: "
              + e.getMessage()
              + "; quote it for the shell as '{\"width\":1280}'",
          e);
    }
    if (!(tree instanceof Map<?, ?> members)) {
      throw new IllegalStateException("JSON that begins with a brace is an object");
    }
    warnOfMembers(members, "", true);
    try {
      return MediaTrackConstraints.fromMap(checked(members));
    } catch (TypeError e) {
      throw new CommandException(
          ExitCode.USAGE,
          "TypeError",
          option + " " + e.getMessage() + "; see usermedia record --help",
          e);
    }
  }

  @SuppressWarnings("unchecked") // names are strings in JSON
  private static Map<String, @Nullable Object> checked(Map<?, ?> members) {
    return (Map<String, @Nullable Object>) members;
  }

  /** What the Web drops without a word. */
  private void warnOfMembers(Map<?, ?> members, String path, boolean basic) {
    members.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          Optional<ConstrainableProperty> property =
              ConstrainableProperty.of(name).filter(ConstrainableProperty::hasConstraint);
          if (basic && name.equals("advanced") && value instanceof List<?> sets) {
            for (int i = 0; i < sets.size(); i++) {
              if (sets.get(i) instanceof Map<?, ?> set) {
                warnOfMembers(set, "advanced[" + i + "].", false);
              }
            }
          } else if (property.isEmpty()) {
            warnings.accept(option + " has no constraint " + path + name + ": ignored");
          } else if (!property.get().appliesTo(kind)) {
            warnings.accept(
                option + " " + path + name + " is not for " + kind.value() + ": ignored");
          } else if (!property.get().isSupported()) {
            warnings.accept(option + " " + path + name + " is not supported: ignored");
          } else if (value instanceof Map<?, ?> parameters) {
            for (Object parameter : parameters.keySet()) {
              if (!PARAMETERS.contains(String.valueOf(parameter))) {
                warnings.accept(
                    option + " has no constraint " + path + name + "." + parameter + ": ignored");
              }
            }
          }
        });
  }

  private Optional<MediaTrackConstraints> shortForm(String text) {
    return switch (kind) {
      case VIDEO -> video(text);
      case AUDIO -> audio(text);
    };
  }

  private static Optional<MediaTrackConstraints> video(String text) {
    Matcher matcher = VIDEO.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    MediaTrackConstraints.Builder constraints = MediaTrackConstraints.builder();
    if (matcher.group(1) != null) {
      constraints.width(ConstrainULong.exact(Long.parseLong(matcher.group(1))));
      constraints.height(ConstrainULong.exact(Long.parseLong(matcher.group(2))));
    }
    if (matcher.group(3) != null) {
      double rate = Double.parseDouble(matcher.group(3));
      if (rate == 0) {
        return Optional.empty();
      }
      constraints.frameRate(ConstrainDouble.range(ntsc(rate), rate).withIdeal(rate));
    }
    return Optional.of(constraints.build());
  }

  /** The rate that is also called so, to the thousandth: 29.97 for 30. */
  private static double ntsc(double rate) {
    return Math.floor(rate * 1_000_000 / 1001) / 1000;
  }

  private static Optional<MediaTrackConstraints> audio(String text) {
    MediaTrackConstraints.Builder constraints = MediaTrackConstraints.builder();
    switch (text) {
      case "mono" -> constraints.channelCount(ConstrainULong.exact(1));
      case "stereo" -> constraints.channelCount(ConstrainULong.exact(2));
      default -> {
        Matcher matcher = AUDIO.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
          return Optional.empty();
        }
        if (matcher.group(1) != null) {
          constraints.sampleRate(ConstrainULong.exact(Long.parseLong(matcher.group(1))));
        }
        if (matcher.group(2) != null) {
          constraints.channelCount(ConstrainULong.exact(Long.parseLong(matcher.group(2))));
        }
      }
    }
    return Optional.of(constraints.build());
  }
}
