package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionRequest;
import java.util.EnumSet;
import java.util.Set;

/**
 * Answers a script's requests as the command line said, and says so when it refuses.
 *
 * @param names what it may capture
 * @param network whether its peer connections may look for a way to a peer
 */
record Allowed(Set<PermissionName> names, boolean network, Terminal terminal)
    implements PermissionPrompt {
  static Allowed parse(String list, Terminal terminal) {
    Set<PermissionName> names = EnumSet.noneOf(PermissionName.class);
    boolean network = false;
    for (String word : list.split(",", -1)) {
      switch (word.strip()) {
        case "" -> {}
        case "camera" -> names.add(PermissionName.CAMERA);
        case "microphone" -> names.add(PermissionName.MICROPHONE);
        case "screen" -> names.add(PermissionName.DISPLAY_CAPTURE);
        case "network" -> network = true;
        default ->
            throw CommandException.usage(
                "--allow " + word + " allows nothing; say camera, microphone, screen or network");
      }
    }
    return new Allowed(names, network, terminal);
  }

  @Override
  public PermissionDecision ask(PermissionRequest request) {
    PermissionName name = request.descriptor().name();
    if (names.contains(name)) {
      return PermissionDecision.ALLOW;
    }
    refuse(name == PermissionName.DISPLAY_CAPTURE ? "screen" : name.value());
    return PermissionDecision.DENY;
  }

  /** Whether peer connections may look for a way to a peer. */
  boolean mayConnect() {
    if (!network) {
      refuse("network");
    }
    return network;
  }

  private void refuse(String word) {
    terminal.note("refused " + word + "; allow it with --allow " + word);
  }
}
