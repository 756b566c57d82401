package dev.usermedia;

import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The terms on which a host lets an application capture: what it may use, who is asked, who
 * chooses. Not safe for use by several threads.
 *
 * @param <B> the builder that has them
 */
public abstract sealed class HostTerms<B extends HostTerms<B>> permits MediaContext.Builder {
  PermissionPrompt prompt = request -> PermissionDecision.ALLOW;
  PermissionStore store = PermissionStore.inMemory();
  Set<PermissionName> policy = EnumSet.allOf(PermissionName.class);
  boolean trusted;
  boolean relinquishing = true;
  BooleanSupplier transientActivation = () -> true;
  DisplayPicker displayPicker = surfaces -> Optional.of(surfaces.getFirst());
  Optional<DisplayFocus> displayFocus = Optional.empty();
  DevicePicker inputPicker = devices -> Optional.of(devices.getFirst());
  DevicePicker audioOutputPicker = outputs -> Optional.of(outputs.getFirst());

  HostTerms() {}

  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }

  /** Who is asked before capture starts; all is granted unless told. */
  public final B prompt(PermissionPrompt newPrompt) {
    prompt = newPrompt;
    return self();
  }

  /** Where answers are kept between sessions; nowhere unless told. */
  public final B permissionStore(PermissionStore newStore) {
    store = newStore;
    return self();
  }

  /**
   * What the application may use at all, as a permissions policy says; everything unless told. What
   * is not in the set is refused without anybody being asked, and not enumerated.
   */
  public final B permissionsPolicy(Set<PermissionName> allowed) {
    policy = Set.copyOf(allowed);
    return self();
  }

  /**
   * Whether ids, labels and numbers of devices are exposed before anything was captured, for
   * programs that are their user's own; not unless told.
   */
  public final B exposeDevices(boolean exposed) {
    trusted = exposed;
    return self();
  }

  /**
   * Whether a camera or microphone is closed while all of its tracks are disabled, three seconds
   * after the last one was, and opened again when one is enabled and the application is in view; it
   * is unless told. Disabled tracks go on with black pictures or silence meanwhile. If the device
   * cannot be opened again, its tracks end.
   */
  public final B relinquishDevices(boolean wanted) {
    relinquishing = wanted;
    return self();
  }

  /**
   * Whether a person has just done something with the application, without which it can capture no
   * display and choose no audio output; always unless told. Asked on the thread that calls.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/interaction.html#transient-activation">
   *     HTML, transient activation</a>
   */
  public final B transientActivation(BooleanSupplier activation) {
    transientActivation = activation;
    return self();
  }

  /**
   * Who chooses what {@code getDisplayMedia} captures; unless told the primary screen, or the first
   * window if the application prefers windows.
   */
  public final B displayPicker(DisplayPicker picker) {
    displayPicker = picker;
    return self();
  }

  /**
   * Who moves the focus for a {@link CaptureController}. Unless told, drivers give it to captured
   * windows, and the application's own are left alone.
   */
  public final B displayFocus(DisplayFocus focus) {
    displayFocus = Optional.of(focus);
    return self();
  }

  /**
   * Who chooses among cameras or microphones if the application leaves it to the person ({@code
   * semantics: "user-chooses"}); the one that fits best unless told.
   */
  public final B inputPicker(DevicePicker picker) {
    inputPicker = picker;
    return self();
  }

  /**
   * Who chooses what {@code selectAudioOutput} answers; unless told the device that was asked for,
   * else the system's default.
   */
  public final B audioOutputPicker(DevicePicker picker) {
    audioOutputPicker = picker;
    return self();
  }
}
