package dev.usermedia.webaudio.internal.graph;

import java.util.ArrayList;
import java.util.List;

/** What outputs are connected to: mixes them. */
public final class Input {
  private final Signal mixed = new Signal();
  private final List<Output> connections = new ArrayList<>();

  /** Mixes what comes in; without connections that is silence. */
  Signal mix(ChannelRules rules) {
    int widest = 1;
    boolean silent = true;
    for (int i = 0; i < connections.size(); i++) {
      Signal from = connections.get(i).signal();
      widest = Math.max(widest, from.channels());
      silent &= from.isSilent();
    }
    mixed.silence(rules.channels(widest));
    if (!silent) {
      mixed.write(mixed.channels());
      for (int i = 0; i < connections.size(); i++) {
        Signal from = connections.get(i).signal();
        if (!from.isSilent()) {
          Mixer.add(from, mixed, rules.speakers());
        }
      }
    }
    return mixed;
  }

  /** What was mixed last. */
  public Signal signal() {
    return mixed;
  }

  /** Whether anything is connected. */
  public boolean isConnected() {
    return !connections.isEmpty();
  }

  List<Output> connections() {
    return connections;
  }

  /** Connects an output that is not connected. */
  void connect(Output output) {
    connections.add(output);
    output.connected(1);
  }

  void disconnectRemoved() {
    connections.removeIf(output -> output.owner().isRemoved());
  }

  void disconnect(Output output) {
    if (connections.remove(output)) {
      output.connected(-1);
    }
  }
}
