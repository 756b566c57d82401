package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionRequest;
import java.util.EnumSet;
import java.util.Set;

/** Answers a script's requests as the command line said, and says so when it refuses. */
record Allowed(Set<PermissionName> names, Terminal terminal) implements PermissionPrompt {
  static Allowed parse(String list, Terminal terminal) {
    Set<PermissionName> names = EnumSet.noneOf(PermissionName.class);
    for (String word : list.split(",", -1)) {
      switch (word.strip()) {
        case "" -> {}
        case "camera" -> names.add(PermissionName.CAMERA);
        case "microphone" -> names.add(PermissionName.MICROPHONE);
        case "screen" -> names.add(PermissionName.DISPLAY_CAPTURE);
        default ->
            throw CommandException.usage(
                "--allow " + word + " allows nothing; say camera, microphone or screen");
      }
    }
    return new Allowed(names, terminal);
  }

  @Override
  public PermissionDecision ask(PermissionRequest request) {
    PermissionName name = request.descriptor().name();
    if (names.contains(name)) {
      return PermissionDecision.ALLOW;
    }
    String word = name == PermissionName.DISPLAY_CAPTURE ? "screen" : name.value();
    terminal.note("refused " + word + "; allow it with --allow " + word);
    return PermissionDecision.DENY;
  }
}
