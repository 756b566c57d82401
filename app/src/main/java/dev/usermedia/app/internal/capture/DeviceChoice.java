package dev.usermedia.app.internal.capture;

import dev.usermedia.app.internal.cli.CommandException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A device as somebody may name it.
 *
 * @param id what {@code usermedia devices} prints
 * @param label what a person calls it
 */
record DeviceChoice(String id, String label) {
  /**
   * Finds the device that a name stands for: one with that id, or with that label, or the only one
   * whose label contains it, in whichever case.
   *
   * @param what what kind of device, for the message
   * @throws CommandException {@code NotFoundError} that lists what there is, if none or several
   *     match
   */
  static DeviceChoice find(String what, String name, List<DeviceChoice> choices) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<Predicate<DeviceChoice>> rules =
        List.of(
            choice -> choice.id.equals(lower),
            choice -> choice.label.toLowerCase(Locale.ROOT).equals(lower),
            choice -> choice.label.toLowerCase(Locale.ROOT).contains(lower));
    for (Predicate<DeviceChoice> rule : rules) {
      List<DeviceChoice> matches = choices.stream().filter(rule).toList();
      if (matches.size() == 1) {
        return matches.getFirst();
      }
      if (matches.size() > 1) {
        throw CommandException.notFound(
            "\"" + name + "\" may be " + list(matches, " or ") + "; name it by its id");
      }
    }
    throw CommandException.notFound(
        "no " + what + " \"" + name + "\"; there is " + list(choices, ", "));
  }

  private static String list(List<DeviceChoice> choices, String separator) {
    return choices.stream()
        .map(choice -> choice.id + " (" + choice.label + ")")
        .collect(Collectors.joining(separator));
  }
}
