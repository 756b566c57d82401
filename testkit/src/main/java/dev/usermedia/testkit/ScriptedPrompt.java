package dev.usermedia.testkit;

import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prompt that answers as a test tells it, and remembers what it was asked. It allows everything
 * until told. May be used from any thread.
 */
public final class ScriptedPrompt implements PermissionPrompt {
  /** Guarded by itself. */
  private final Map<PermissionName, PermissionDecision> answers =
      new EnumMap<>(PermissionName.class);

  private final Set<PermissionName> refused = EnumSet.noneOf(PermissionName.class);
  private final List<PermissionRequest> asked = new ArrayList<>();
  private boolean open = true;

  /** A prompt that allows everything. */
  public ScriptedPrompt() {}

  /** From now on requests for the permission are answered so. */
  public void answer(PermissionName name, PermissionDecision decision) {
    synchronized (answers) {
      answers.put(name, decision);
    }
  }

  /** From now on the use is refused without a question, whatever was granted. */
  public void refuse(PermissionName name) {
    synchronized (answers) {
      refused.add(name);
    }
  }

  /** From now on nothing is answered, as by a person who is away, until {@link #resume}. */
  public void stall() {
    synchronized (answers) {
      open = false;
    }
  }

  /** Answers what was asked meanwhile, and what comes. */
  public void resume() {
    synchronized (answers) {
      open = true;
      answers.notifyAll();
    }
  }

  /** What was asked so far, in its order. */
  public List<PermissionRequest> asked() {
    synchronized (answers) {
      return List.copyOf(asked);
    }
  }

  @Override
  public PermissionDecision ask(PermissionRequest request) {
    synchronized (answers) {
      asked.add(request);
      while (!open) {
        try {
          answers.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return PermissionDecision.DISMISS; // the context was closed
        }
      }
      return answers.getOrDefault(request.descriptor().name(), PermissionDecision.ALLOW);
    }
  }

  @Override
  public boolean refuses(PermissionDescriptor descriptor) {
    synchronized (answers) {
      return refused.contains(descriptor.name());
    }
  }
}
