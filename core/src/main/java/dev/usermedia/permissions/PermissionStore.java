package dev.usermedia.permissions;

import java.util.List;

/**
 * Where answers are kept from one session to the next, so that a person can list them and take them
 * back. Safe for use from any thread.
 */
public interface PermissionStore {
  /**
   * An answer.
   *
   * @param origin who was answered
   * @param name what was asked for
   * @param state {@code GRANTED} or {@code DENIED}
   */
  record Entry(String origin, PermissionName name, PermissionState state) {}

  /** All answers, in the order in which they were given. */
  List<Entry> entries();

  /** What was answered, or {@code PROMPT}. */
  default PermissionState state(String origin, PermissionName name) {
    return entries().stream()
        .filter(entry -> entry.origin().equals(origin) && entry.name() == name)
        .map(Entry::state)
        .reduce(PermissionState.PROMPT, (before, after) -> after);
  }

  /** Keeps an answer in place of any before it; {@code PROMPT} forgets it. */
  void set(String origin, PermissionName name, PermissionState state);

  /** A store that lasts as long as its object. */
  static PermissionStore inMemory() {
    return new MemoryPermissionStore();
  }
}
