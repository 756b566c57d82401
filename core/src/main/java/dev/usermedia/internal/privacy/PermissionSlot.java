package dev.usermedia.internal.privacy;

import dev.usermedia.Event;
import dev.usermedia.Registration;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.loop.Listeners;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStatus;
import java.util.function.Consumer;

/** One permission of a context. */
final class PermissionSlot implements PermissionStatus {
  private final PermissionName name;
  private final Listeners<Event> listeners = new Listeners<>(() -> {});
  private volatile PermissionState state;

  PermissionSlot(PermissionName name, PermissionState state) {
    this.name = name;
    this.state = state;
  }

  @Override
  public PermissionName name() {
    return name;
  }

  @Override
  public PermissionState state() {
    return state;
  }

  @Override
  public Registration onchange(Consumer<Event> listener) {
    return listeners.add(listener);
  }

  /** Whether this is a change. */
  synchronized boolean change(PermissionState newState) {
    boolean changed = state != newState;
    state = newState;
    return changed;
  }

  /** On the event loop. */
  void fireChange(EventLoop loop) {
    listeners.fire(new Event("change", this), loop);
  }
}
