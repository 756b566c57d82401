package dev.usermedia.testkit;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaDevices;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.synthetic.SyntheticDriver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Cameras, microphones, screens and a prompt for a JUnit test, on a clock that the test turns by
 * hand; made anew for each test method. After it the context is closed, and the test fails if the
 * code under test threw into the library.
 *
 * <pre>{@code
 * @RegisterExtension final FakeMedia media = FakeMedia.create();
 *
 * @Test void theDoorCameraIsRecorded() {
 *   MyRecorder recorder = new MyRecorder(media.context());
 *   media.advance(Duration.ofSeconds(2));
 *   media.devices().unplug("camera-user");
 *   ...
 * }
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-automation/">Media Capture Automation</a>
 */
public final class FakeMedia implements BeforeEachCallback, AfterEachCallback {
  private final UnaryOperator<MediaContext.Builder> configured;
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();
  private @Nullable Setting setting;

  private record Setting(
      ManualClock clock, SyntheticDriver devices, ScriptedPrompt prompt, MediaContext context) {}

  private FakeMedia(UnaryOperator<MediaContext.Builder> configured) {
    this.configured = configured;
  }

  /** With the built-in devices, all of them exposed. */
  public static FakeMedia create() {
    return create(UnaryOperator.identity());
  }

  /** With a context that is configured further. */
  public static FakeMedia create(UnaryOperator<MediaContext.Builder> configured) {
    return new FakeMedia(configured);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    ManualClock clock = new ManualClock();
    SyntheticDriver devices = new SyntheticDriver();
    ScriptedPrompt prompt = new ScriptedPrompt();
    errors.clear();
    MediaContext.Builder builder =
        MediaContext.builder()
            .driver(devices)
            .systemDrivers(false)
            .exposeDevices(true)
            .clock(clock)
            .prompt(prompt)
            .onError(errors::add);
    setting = new Setting(clock, devices, prompt, configured.apply(builder).build());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    setting().context.close();
    setting = null;
    if (!errors.isEmpty()) {
      AssertionError failure = new AssertionError("application code threw into the library");
      errors.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  /** The context, for the code under test. */
  public MediaContext context() {
    return setting().context;
  }

  /** {@link #context}'s devices. */
  public MediaDevices mediaDevices() {
    return context().mediaDevices();
  }

  /** Plugs, unplugs, replaces, mutes, stalls and breaks devices. */
  public SyntheticDriver devices() {
    return setting().devices;
  }

  /** Answers for the person before the screen. */
  public ScriptedPrompt prompt() {
    return setting().prompt;
  }

  /** Takes a permission back, as a person in the settings would: its tracks end. */
  public void revoke(PermissionName permission) {
    context().permissions().revoke(PermissionDescriptor.of(permission));
  }

  /** The clock of all frames. */
  public ManualClock clock() {
    return setting().clock;
  }

  /** Turns the clock: open devices deliver all that is due. */
  public void advance(Duration time) {
    clock().advanceUs(time.toNanos() / 1_000);
  }

  private Setting setting() {
    if (setting == null) {
      throw new IllegalStateException("FakeMedia is used during a test method");
    }
    return setting;
  }
}
