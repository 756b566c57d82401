package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.AudioOutputOptions;
import dev.usermedia.DOMException;
import dev.usermedia.DevicePicker;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaDeviceKind;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who may choose an audio output, and which are told of. */
class AudioOutputTest {
  private static final PermissionDescriptor PERMISSION =
      PermissionDescriptor.of(PermissionName.SPEAKER_SELECTION);

  private final ScriptedPrompt prompt = new ScriptedPrompt();

  @Test
  void theChosenOutputIsListedFromThenOnAndNoOther() {
    try (ContextFixture fixture = fixture(it -> it.audioOutputPicker(labelled("Headset")))) {
      assertThat(outputs(fixture)).isEmpty();
      MediaDeviceInfo selected = select(fixture, "");
      assertThat(selected.kind()).isEqualTo(MediaDeviceKind.AUDIOOUTPUT);
      assertThat(selected.label()).isEqualTo("Headset");
      assertThat(outputs(fixture)).containsExactly(selected);
      assertThat(fixture.context.permissions().query(PERMISSION).state())
          .isEqualTo(PermissionState.GRANTED);
    }
  }

  @Test
  void theSystemDefaultThatWasChosenIsListedOnceMoreAsDefault() {
    try (ContextFixture fixture = fixture(it -> it)) {
      MediaDeviceInfo selected = select(fixture, "");
      assertThat(outputs(fixture))
          .extracting(MediaDeviceInfo::deviceId)
          .containsExactly("default", selected.deviceId());
      assertThat(outputs(fixture).getFirst().label()).startsWith("Default - ");
    }
  }

  @Test
  void anOutputThatWasChosenBeforeIsAnsweredUnasked() {
    List<String> offered = new ArrayList<>();
    try (ContextFixture fixture =
        fixture(
            it ->
                it.audioOutputPicker(
                    outputs -> {
                      outputs.forEach(output -> offered.add(output.label()));
                      return labelled("Headset").pick(outputs);
                    }))) {
      MediaDeviceInfo selected = select(fixture, "");
      offered.clear();
      assertThat(select(fixture, selected.deviceId())).isEqualTo(selected);
      assertThat(offered).isEmpty();
      assertThat(prompt.asked()).hasSize(1);
      assertThat(select(fixture, "00000000")).isEqualTo(selected);
      assertThat(offered).isNotEmpty();
      assertThat(prompt.asked()).hasSize(2);
    }
  }

  @Test
  void anOutputThatIsAskedForIsOfferedFirst() {
    try (ContextFixture fixture = fixture(it -> it)) {
      String headset = id(fixture, "Headset");
      assertThat(select(fixture, headset).label()).isEqualTo("Headset");
      assertThat(prompt.asked()).hasSize(1);
    }
  }

  @Test
  void theOutputOfAnOpenedMicrophoneIsAnsweredUnasked() {
    try (ContextFixture fixture = fixture(it -> it)) {
      fixture.open(MediaStreamConstraints.builder().audio(true).build());
      int asked = prompt.asked().size();
      String headset = id(fixture, "Headset");
      String speaker = id(fixture, "Synthetic speaker");
      assertThat(select(fixture, headset).deviceId()).isEqualTo(headset);
      assertThat(prompt.asked()).hasSize(asked);
      assertThat(select(fixture, speaker).deviceId()).isEqualTo(speaker);
      assertThat(prompt.asked()).hasSize(asked + 1);
    }
  }

  @Test
  void anAnswerForEverHoldsInLaterSessions() {
    PermissionStore store = PermissionStore.inMemory();
    prompt.answer(PermissionName.SPEAKER_SELECTION, PermissionDecision.ALLOW_ALWAYS);
    String headset;
    try (ContextFixture fixture =
        fixture(it -> it.permissionStore(store).audioOutputPicker(labelled("Headset")))) {
      headset = select(fixture, "").deviceId();
    }
    try (ContextFixture later = fixture(it -> it.permissionStore(store))) {
      assertThat(select(later, headset).label()).isEqualTo("Headset");
      assertThat(prompt.asked()).hasSize(1);
    }
  }

  @Test
  void whoeverTakesThePermissionBackHidesTheOutput() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      select(fixture, "");
      CompletableFuture<Void> told = new CompletableFuture<>();
      try (var _ =
          fixture.context.permissions().query(PERMISSION).onchange(e -> told.complete(null))) {
        fixture.context.permissions().revoke(PERMISSION);
        ContextFixture.await(told);
      }
      assertThat(outputs(fixture)).isEmpty();
    }
  }

  @Test
  void whatIsRefusedIsNotAllowed() {
    try (ContextFixture fixture = fixture(it -> it.audioOutputPicker(o -> Optional.empty()))) {
      assertThat(failure(fixture)).isEqualTo("NotAllowedError");
    }
    prompt.answer(PermissionName.SPEAKER_SELECTION, PermissionDecision.DENY);
    try (ContextFixture fixture = fixture(it -> it)) {
      assertThat(failure(fixture)).isEqualTo("NotAllowedError");
      assertThat(failure(fixture)).isEqualTo("NotAllowedError");
      assertThat(prompt.asked()).hasSize(1); // the second time nobody is asked
      assertThat(outputs(fixture)).isEmpty();
    }
  }

  @Test
  void aPolicyForbidsToChooseAndToList() {
    try (ContextFixture fixture =
        fixture(
            it ->
                it.exposeDevices(true).permissionsPolicy(EnumSet.of(PermissionName.MICROPHONE)))) {
      assertThat(failure(fixture)).isEqualTo("NotAllowedError");
      assertThat(outputs(fixture)).isEmpty();
    }
  }

  @Test
  void aMachineWithoutOutputsHasNothingToChoose() {
    try (ContextFixture fixture =
        new ContextFixture(new SyntheticDriver(List.of(SyntheticDevice.camera("camera"))))) {
      assertThat(failure(fixture)).isEqualTo("NotFoundError");
    }
  }

  @Test
  void withoutTransientActivationNothingIsChosen() {
    try (ContextFixture fixture = fixture(it -> it.transientActivation(() -> false))) {
      assertThat(failure(fixture)).isEqualTo("InvalidStateError");
    }
  }

  /** A speaker, and a headset in one group with the microphone; nothing exposed. */
  private ContextFixture fixture(UnaryOperator<MediaContext.Builder> configured) {
    SyntheticDriver driver = new SyntheticDriver();
    driver.plug(SyntheticDevice.speaker("headset").withLabel("Headset").withGroup("front"));
    return new ContextFixture(
        driver, builder -> configured.apply(builder.exposeDevices(false).prompt(prompt)));
  }

  private static DevicePicker labelled(String label) {
    return outputs -> outputs.stream().filter(it -> it.label().equals(label)).findFirst();
  }

  private static MediaDeviceInfo select(ContextFixture fixture, String deviceId) {
    return fixture.context.mediaDevices().selectAudioOutput(new AudioOutputOptions(deviceId));
  }

  private static String failure(ContextFixture fixture) {
    return catchThrowableOfType(DOMException.class, () -> select(fixture, "")).name();
  }

  private static List<MediaDeviceInfo> outputs(ContextFixture fixture) {
    return fixture.context.mediaDevices().enumerateDevices().stream()
        .filter(device -> device.kind() == MediaDeviceKind.AUDIOOUTPUT)
        .toList();
  }

  /** What a context of the same origin that may see everything knows the output by. */
  private static String id(ContextFixture fixture, String label) {
    try (MediaContext all =
        MediaContext.builder()
            .driver(fixture.driver)
            .systemDrivers(false)
            .exposeDevices(true)
            .build()) {
      return all.mediaDevices().enumerateDevices().stream()
          .filter(device -> device.label().equals(label))
          .findFirst()
          .orElseThrow()
          .deviceId();
    }
  }
}
