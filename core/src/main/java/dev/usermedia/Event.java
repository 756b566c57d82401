package dev.usermedia;

/**
 * Something that happened to an object of this library; fired on the context's event loop.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
public class Event {
  private final String type;
  private final Object target;

  /** An event of the given type, such as {@code "ended"}, at the object that it happened to. */
  public Event(String type, Object target) {
    this.type = type;
    this.target = target;
  }

  /** The event's name, such as {@code "ended"}. */
  public final String type() {
    return type;
  }

  /** The object that the event happened to. */
  public final Object target() {
    return target;
  }
}
