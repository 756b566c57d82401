package dev.usermedia.internal.privacy;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the standard asks of a document: that it is active, in view, focused, and that a person has
 * just used it. A host says so; without a host all are true. Safe for use from any thread.
 */
public final class DocumentState {
  private enum Condition {
    IN_VIEW,
    SYSTEM_FOCUS
  }

  /** Guarded by itself; a leaf. */
  private final Set<Condition> held = EnumSet.allOf(Condition.class);

  private final BooleanSupplier transientActivation;
  private boolean active = true;

  /** {@code transientActivation} is asked when it matters, on the caller's thread. */
  public DocumentState(BooleanSupplier transientActivation) {
    this.transientActivation = transientActivation;
  }

  /** Whether the document is shown. */
  public void inView(boolean nowInView) {
    set(Condition.IN_VIEW, nowInView);
  }

  /** Whether what the person types goes to the document's window. */
  public void systemFocus(boolean nowFocused) {
    set(Condition.SYSTEM_FOCUS, nowFocused);
  }

  public boolean isInView() {
    synchronized (held) {
      return active && held.contains(Condition.IN_VIEW);
    }
  }

  /** Whether the document is fully active and has system focus. */
  public boolean hasSystemFocus() {
    synchronized (held) {
      return active && held.contains(Condition.SYSTEM_FOCUS);
    }
  }

  /** Whether a person has just done something with the document. */
  public boolean hasTransientActivation() {
    return transientActivation.getAsBoolean();
  }

  /** Whether the document is fully active. */
  public boolean isActive() {
    synchronized (held) {
      return active;
    }
  }

  /** The document goes for good; whoever waits is released. */
  public void close() {
    synchronized (held) {
      active = false;
      held.notifyAll();
    }
  }

  /** Waits until the document is in view. False if it was closed instead. */
  public boolean awaitInView() throws InterruptedException {
    return await(Condition.IN_VIEW);
  }

  /** Waits until the document has system focus. False if it was closed instead. */
  public boolean awaitSystemFocus() throws InterruptedException {
    return await(Condition.SYSTEM_FOCUS);
  }

  private void set(Condition condition, boolean holds) {
    synchronized (held) {
      if (holds) {
        held.add(condition);
      } else {
        held.remove(condition);
      }
      held.notifyAll();
    }
  }

  private boolean await(Condition condition) throws InterruptedException {
    synchronized (held) {
      while (active && !held.contains(condition)) {
        held.wait();
      }
      return active;
    }
  }
}
