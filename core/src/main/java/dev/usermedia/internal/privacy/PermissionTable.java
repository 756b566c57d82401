package dev.usermedia.internal.privacy;

import dev.usermedia.DOMException;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionRequest;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStatus;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.permissions.Permissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The permissions of a context: how they stand, who is asked, who is told of changes. */
public final class PermissionTable implements Permissions {
  private final String origin;
  private final PermissionStore store;
  private final PermissionPrompt prompt;
  private final EventLoop loop;
  private final Map<PermissionName, PermissionSlot> slots = new EnumMap<>(PermissionName.class);
  private final BiConsumer<PermissionName, PermissionState> changed;

  /**
   * The permissions as they are stored for the origin.
   *
   * @param changed told on the event loop after each change, before the application is
   */
  public PermissionTable(
      String origin,
      PermissionStore store,
      PermissionPrompt prompt,
      EventLoop loop,
      BiConsumer<PermissionName, PermissionState> changed) {
    this.origin = origin;
    this.store = store;
    this.prompt = prompt;
    this.loop = loop;
    this.changed = changed;
    for (PermissionName name : PermissionName.values()) {
      PermissionState stored = store.state(origin, name);
      boolean isKept = canBeGranted(name) || stored == PermissionState.DENIED;
      slots.put(name, new PermissionSlot(name, isKept ? stored : PermissionState.PROMPT));
    }
  }

  @Override
  public PermissionStatus query(PermissionDescriptor descriptor) {
    return slot(descriptor.name());
  }

  @Override
  public CompletableFuture<PermissionStatus> queryAsync(PermissionDescriptor descriptor) {
    CompletableFuture<PermissionStatus> result = new CompletableFuture<>();
    if (!loop.queue(() -> result.complete(query(descriptor)))) {
      result.completeExceptionally(new DOMException("the context is closed", "InvalidStateError"));
    }
    return result;
  }

  @Override
  public void revoke(PermissionDescriptor descriptor) {
    PermissionName name = descriptor.name();
    boolean told = set(name, PermissionState.PROMPT, true);
    if (!told && !canBeGranted(name)) {
      loop.queue(
          () -> changed.accept(name, PermissionState.PROMPT)); // ends what goes on all the same
    }
  }

  private PermissionSlot slot(PermissionName name) {
    PermissionSlot slot = slots.get(name);
    if (slot == null) {
      throw new IllegalStateException("no slot for " + name);
    }
    return slot;
  }

  public PermissionState state(PermissionName name) {
    return slot(name).state();
  }

  /** Whether that is the answer which is kept for later sessions. */
  public boolean isStored(PermissionName name, PermissionState state) {
    return store.state(origin, name) == state;
  }

  /** Whether whoever answers for the person refuses it without being asked. */
  public boolean isRefused(PermissionDescriptor descriptor) {
    return prompt.refuses(descriptor);
  }

  /**
   * Request permission to use: answers at once where it can, else asks and remembers the answer.
   *
   * @return whether it is granted
   */
  public boolean request(PermissionDescriptor descriptor, List<String> labels) {
    return state(descriptor.name()) == PermissionState.GRANTED || requestAnew(descriptor, labels);
  }

  /**
   * Request permission to use what no earlier grant covers: asks unless it is denied, and remembers
   * the answer.
   *
   * @return whether it is granted
   */
  public boolean requestAnew(PermissionDescriptor descriptor, List<String> labels) {
    if (state(descriptor.name()) == PermissionState.DENIED || isRefused(descriptor)) {
      return false;
    }
    PermissionDecision decision = prompt.ask(new PermissionRequest(origin, descriptor, labels));
    boolean granted =
        decision == PermissionDecision.ALLOW || decision == PermissionDecision.ALLOW_ALWAYS;
    if (granted && !canBeGranted(descriptor.name())) {
      return true;
    }
    switch (decision) {
      case ALLOW -> set(descriptor.name(), PermissionState.GRANTED, false);
      case ALLOW_ALWAYS -> set(descriptor.name(), PermissionState.GRANTED, true);
      case DENY -> set(descriptor.name(), PermissionState.DENIED, false);
      case DENY_ALWAYS -> set(descriptor.name(), PermissionState.DENIED, true);
      case DISMISS -> {}
    }
    return granted;
  }

  /** Whether a grant lasts: a display is asked for each time. */
  private static boolean canBeGranted(PermissionName name) {
    return name != PermissionName.DISPLAY_CAPTURE;
  }

  /**
   * Changes a permission, and the stored answer too if wanted; the loop is told if it changes.
   *
   * @return whether it does
   */
  private boolean set(PermissionName name, PermissionState state, boolean stored) {
    if (stored) {
      store.set(origin, name, state);
    }
    PermissionSlot slot = slot(name);
    boolean isChange = slot.change(state);
    if (isChange) {
      loop.queue(
          () -> {
            changed.accept(name, state);
            slot.fireChange(loop);
          });
    }
    return isChange;
  }
}
