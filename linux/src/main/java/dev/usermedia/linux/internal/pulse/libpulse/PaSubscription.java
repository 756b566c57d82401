package dev.usermedia.linux.internal.pulse.libpulse;

/** The events that a subscription brings: a facility, what befell it, and the object's index. */
public final class PaSubscription {
  /** {@code PA_SUBSCRIPTION_MASK_SINK}. */
  public static final int MASK_SINK = 0x01;

  /** {@code PA_SUBSCRIPTION_MASK_SOURCE}. */
  public static final int MASK_SOURCE = 0x02;

  /** {@code PA_SUBSCRIPTION_MASK_SERVER}: its defaults changed. */
  public static final int MASK_SERVER = 0x80;

  /** {@code PA_SUBSCRIPTION_EVENT_SERVER}, a facility. */
  public static final int FACILITY_SERVER = 0x07;

  /** {@code PA_SUBSCRIPTION_EVENT_CHANGE}, a type. */
  public static final int TYPE_CHANGE = 0x10;

  /** {@code PA_SUBSCRIPTION_EVENT_REMOVE}, a type. */
  public static final int TYPE_REMOVE = 0x20;

  private static final int FACILITY_MASK = 0x0f;
  private static final int TYPE_MASK = 0x30;

  private PaSubscription() {}

  /** What kind of object the event is about. */
  public static int facility(int event) {
    return event & FACILITY_MASK;
  }

  /** What befell the object; 0 if it is new. */
  public static int type(int event) {
    return event & TYPE_MASK;
  }
}
