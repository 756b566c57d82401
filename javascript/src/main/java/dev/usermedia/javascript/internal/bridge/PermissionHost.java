package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.permissions.PermissionStatus;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** How a permission stands, as a script may see it. */
public final class PermissionHost {
  private final PermissionStatus status;

  PermissionHost(PermissionStatus status) {
    this.status = status;
  }

  @Export
  public String state() {
    return status.state().value();
  }

  @Export
  public void onChange(Value listener) {
    var _ = status.onchange(_ -> listener.executeVoid());
  }
}
