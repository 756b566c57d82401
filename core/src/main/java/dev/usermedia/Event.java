package dev.usermedia;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object of this library; fired on the context's event loop.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
public class Event {
  private final String type;
  private final @Nullable Object target;

  /** An event of the given type, such as {@code "ended"}, that is fired at nothing yet. */
  public Event(String type) {
    this.type = type;
    this.target = null;
  }

  /** An event of the given type, such as {@code "ended"}, at the object that it happened to. */
  public Event(String type, Object target) {
    this.type = type;
    this.target = target;
  }

  /** The event's name, such as {@code "ended"}. */
  public final String type() {
    return type;
  }

  /** The object that the event happened to; none if an application made the event. */
  public final Optional<Object> target() {
    return Optional.ofNullable(target);
  }
}
