package dev.usermedia.internal.privacy;

import dev.usermedia.MediaClock;
import dev.usermedia.MediaKind;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStore;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A context's permissions and privacy as one component. Safe for use from any thread. */
public final class Privacy {
  private final PermissionTable permissions;
  private final Set<PermissionName> policy;
  private final DocumentState document;
  private final CaptureRecord captures;
  private final CaptureRecord displays;
  private final DeviceExposure exposure;
  private final AudioOutputGrants outputs = new AudioOutputGrants();
  private final IndicatorLights indicators;
  private final Consumer<PermissionName> revoked;

  /**
   * How a host set a context up.
   *
   * @param policy what the document is allowed to use at all
   * @param trusted whether devices are exposed before anything was captured
   * @param transientActivation whether a person has just done something with the document
   */
  public record Terms(
      String origin,
      PermissionStore store,
      PermissionPrompt prompt,
      Set<PermissionName> policy,
      boolean trusted,
      BooleanSupplier transientActivation) {
    public Terms {
      policy = Set.copyOf(policy);
    }
  }

  /**
   * @param revoked ends the tracks that stand on a permission which was taken back; called on the
   *     loop
   */
  @SuppressWarnings("this-escape") // into callbacks that come later
  public Privacy(
      Terms terms,
      MediaClock clock,
      EventLoop loop,
      Executor workers,
      Consumer<PermissionName> revoked) {
    this.policy = terms.policy;
    this.document = new DocumentState(terms.transientActivation);
    this.revoked = revoked;
    this.captures = new CaptureRecord(this::refreshIndicators);
    this.displays = new CaptureRecord(this::refreshIndicators);
    this.indicators = new IndicatorLights(clock, loop, workers, captures, displays);
    this.permissions =
        new PermissionTable(terms.origin, terms.store, terms.prompt, loop, this::changed);
    this.exposure = new DeviceExposure(permissions, captures::isLive, terms.trusted);
    for (MediaKind kind : MediaKind.values()) {
      captures.granted(kind, permissions.state(PermissionName.of(kind)) == PermissionState.GRANTED);
    }
  }

  public PermissionTable permissions() {
    return permissions;
  }

  public DocumentState document() {
    return document;
  }

  /** What is captured of cameras and microphones. */
  public CaptureRecord captures() {
    return captures;
  }

  /** What is captured of displays, none of which is ever granted for longer than a capture. */
  public CaptureRecord displays() {
    return displays;
  }

  public DeviceExposure exposure() {
    return exposure;
  }

  public AudioOutputGrants outputs() {
    return outputs;
  }

  public IndicatorLights indicators() {
    return indicators;
  }

  /** Whether the document is allowed to use a feature, by its permissions policy. */
  public boolean isAllowedToUse(PermissionName feature) {
    return policy.contains(feature);
  }

  /**
   * getUserMedia specific failure is allowed: unless a permission that was asked for is denied,
   * when nothing but NotAllowedError may be told.
   */
  public boolean specificFailureIsAllowed(Set<MediaKind> requestedTypes) {
    return requestedTypes.stream()
        .noneMatch(kind -> permissions.state(PermissionName.of(kind)) == PermissionState.DENIED);
  }

  /** On the event loop. */
  private void changed(PermissionName name, PermissionState state) {
    if (name == PermissionName.DISPLAY_CAPTURE && state == PermissionState.PROMPT) {
      revoked.accept(name); // a denial is for the next capture
    }
    if (name == PermissionName.SPEAKER_SELECTION && state != PermissionState.GRANTED) {
      outputs.revoke();
    }
    for (MediaKind kind : MediaKind.values()) {
      if (PermissionName.of(kind) == name) {
        captures.granted(kind, state == PermissionState.GRANTED);
        if (state != PermissionState.GRANTED) {
          revoked.accept(name);
        }
      }
    }
  }

  private void refreshIndicators() {
    indicators.refresh();
  }
}
