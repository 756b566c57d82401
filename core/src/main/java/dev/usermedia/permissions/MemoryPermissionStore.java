package dev.usermedia.permissions;

import java.util.ArrayList;
import java.util.List;

/** Answers in a list. */
final class MemoryPermissionStore implements PermissionStore {
  /** Guarded by itself; a leaf. */
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  @Override
  public void set(String origin, PermissionName name, PermissionState state) {
    synchronized (entries) {
      entries.removeIf(entry -> entry.origin().equals(origin) && entry.name() == name);
      if (state != PermissionState.PROMPT) {
        entries.add(new Entry(origin, name, state));
      }
    }
  }
}
