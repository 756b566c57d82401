package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.BOTH;
import static dev.usermedia.testkit.context.ContextFixture.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.BooleanOrConstrainDouble;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.GetUserMediaSemantics;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.permissions.CameraDevicePermissionDescriptor;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionPrompt;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStatus;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who is asked, and how an answer is taken back. */
class PrivacyTest {
  private static final PermissionDescriptor CAMERA_PERMISSION =
      PermissionDescriptor.of(PermissionName.CAMERA);
  private static final PermissionDescriptor MICROPHONE_PERMISSION =
      PermissionDescriptor.of(PermissionName.MICROPHONE);
  private static final MediaStreamConstraints TOO_WIDE =
      MediaStreamConstraints.builder()
          .video(MediaTrackConstraints.builder().width(ConstrainULong.min(100_000)).build())
          .build();

  // ---- who is asked ----

  @Test
  void aDeniedKindIsNotPutBeforeWhoeverChooses() {
    PermissionStore store = PermissionStore.inMemory();
    store.set("local", PermissionName.CAMERA, PermissionState.DENIED);
    List<String> offered = new ArrayList<>();
    try (ContextFixture fixture =
        ContextFixture.web(
            builder ->
                builder
                    .permissionStore(store)
                    .inputPicker(
                        devices -> {
                          devices.forEach(device -> offered.add(device.label()));
                          return Optional.of(devices.getFirst());
                        }))) {
      MediaStreamConstraints chosen =
          MediaStreamConstraints.builder()
              .video(true)
              .semantics(GetUserMediaSemantics.USER_CHOOSES)
              .build();
      assertThat(failure(fixture, chosen).name()).isEqualTo("NotAllowedError");
      assertThat(offered).isEmpty();
    }
  }

  @Test
  void whatThePlatformRefusesIsNotAskedForWhateverWasGranted() {
    ScriptedPrompt prompt = new ScriptedPrompt();
    try (ContextFixture fixture = ContextFixture.web(builder -> builder.prompt(prompt))) {
      fixture.open(CAMERA);
      prompt.refuse(PermissionName.CAMERA);
      assertThat(failure(fixture, BOTH).name()).isEqualTo("NotAllowedError");
      assertThat(prompt.asked()).hasSize(1);
    }
  }

  @Test
  void whatIsDeniedIsNotAskedAgainAndMasksEveryOtherFailure() {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture = ContextFixture.web(asking(asked, PermissionDecision.DENY))) {
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(asked).containsExactly("camera");
      assertThat(failure(fixture, TOO_WIDE).name()).isEqualTo("NotAllowedError");
      fixture.driver.unplug("camera-user");
      fixture.driver.unplug("camera-environment");
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
    }
  }

  @Test
  void whatIsDismissedIsAskedAgain() {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture = ContextFixture.web(asking(asked, PermissionDecision.DISMISS))) {
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(asked).containsExactly("camera", "camera");
    }
  }

  @Test
  void whatIsAllowedIsNotAskedAgainInThatContext() {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture = ContextFixture.web(asking(asked, PermissionDecision.ALLOW))) {
      fixture.open(BOTH).getTracks().forEach(MediaStreamTrack::stop);
      fixture.open(BOTH);
      assertThat(asked).containsExactly("microphone", "camera");
    }
  }

  @Test
  void anAnswerForEverIsStoredForItsOriginOnly() {
    PermissionStore store = PermissionStore.inMemory();
    List<String> asked = new ArrayList<>();
    UnaryOperator<MediaContext.Builder> always = asking(asked, PermissionDecision.ALLOW_ALWAYS);
    for (String origin : List.of("one", "one", "two")) {
      try (ContextFixture fixture =
          ContextFixture.web(
              builder -> always.apply(builder).origin(origin).permissionStore(store))) {
        fixture.open(CAMERA);
      }
    }
    assertThat(asked).containsExactly("camera", "camera");
    assertThat(store.entries())
        .containsExactly(
            new PermissionStore.Entry("one", PermissionName.CAMERA, PermissionState.GRANTED),
            new PermissionStore.Entry("two", PermissionName.CAMERA, PermissionState.GRANTED));
  }

  @Test
  void movingACameraIsAskedForAsTheStrongerPermission() {
    List<PermissionDescriptor> asked = new ArrayList<>();
    PermissionPrompt prompt =
        request -> {
          asked.add(request.descriptor());
          return PermissionDecision.DISMISS;
        };
    try (ContextFixture fixture = ContextFixture.web(builder -> builder.prompt(prompt))) {
      MediaTrackConstraints pan =
          MediaTrackConstraints.builder().pan(BooleanOrConstrainDouble.exists(true)).build();
      assertThat(failure(fixture, MediaStreamConstraints.builder().video(pan).build()).name())
          .isEqualTo("NotAllowedError");
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(asked)
          .containsExactly(
              new CameraDevicePermissionDescriptor(true),
              new CameraDevicePermissionDescriptor(false));
    }
  }

  @Test
  void aRequiredConstraintOutsideTheListIsATypeErrorAndNobodyIsAsked() {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture = ContextFixture.web(asking(asked, PermissionDecision.ALLOW))) {
      MediaTrackConstraints zoom =
          MediaTrackConstraints.builder().zoom(ConstrainDouble.min(1)).build();
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(
              () ->
                  fixture
                      .context
                      .mediaDevices()
                      .getUserMedia(MediaStreamConstraints.builder().video(zoom).build()));
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void nothingIsOpenedWhileThePromptIsUnanswered() throws Exception {
    CountDownLatch shown = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    PermissionPrompt prompt =
        request -> {
          shown.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return PermissionDecision.ALLOW;
        };
    try (ContextFixture fixture = ContextFixture.web(builder -> builder.prompt(prompt))) {
      CompletableFuture<MediaStream> stream =
          fixture.context.mediaDevices().getUserMediaAsync(CAMERA);
      assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(stream).isNotDone();
      assertThat(Threads.ofSources()).isEmpty();
      assertThat(devices(fixture)).extracting(MediaDeviceInfo::label).containsOnly("");
      answer.countDown();
      assertThat(ContextFixture.await(stream).active()).isTrue();
    }
  }

  @Test
  void captureWaitsUntilTheDocumentIsInViewAndHasFocus() throws Exception {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture = ContextFixture.web(asking(asked, PermissionDecision.ALLOW))) {
      fixture.context.inView(false);
      fixture.context.systemFocus(false);
      CompletableFuture<MediaStream> stream =
          fixture.context.mediaDevices().getUserMediaAsync(CAMERA);
      CompletableFuture<List<MediaDeviceInfo>> list =
          fixture.context.mediaDevices().enumerateDevicesAsync();
      assertWaits(stream);
      assertThat(list).isNotDone();
      assertThat(asked).isEmpty();
      fixture.context.inView(true);
      assertThat(ContextFixture.await(list)).isNotEmpty();
      assertWaits(stream);
      assertThat(Threads.ofSources()).isEmpty();
      fixture.context.systemFocus(true);
      assertThat(ContextFixture.await(stream).active()).isTrue();
      assertThat(asked).containsExactly("camera");
    }
  }

  @Test
  void whoWaitsForViewIsReleasedWhenTheContextCloses() throws Exception {
    ContextFixture fixture = ContextFixture.web();
    fixture.context.inView(false);
    CompletableFuture<MediaStream> stream =
        fixture.context.mediaDevices().getUserMediaAsync(CAMERA);
    fixture.close();
    assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
        .isThrownBy(() -> ContextFixture.await(stream))
        .withCauseInstanceOf(DOMException.class);
  }

  // ---- how it stands, and taking it back ----

  @Test
  void aQueryTellsHowAPermissionStandsAndItsEventWhenItChanges() throws Exception {
    try (ContextFixture fixture = ContextFixture.web()) {
      PermissionStatus status = fixture.context.permissions().query(CAMERA_PERMISSION);
      LinkedBlockingQueue<PermissionState> changes = new LinkedBlockingQueue<>();
      var _ = status.onchange(event -> changes.add(status.state()));
      assertThat(status.state()).isEqualTo(PermissionState.PROMPT);
      fixture.open(CAMERA);
      assertThat(changes.poll(20, TimeUnit.SECONDS)).isEqualTo(PermissionState.GRANTED);
      assertThat(fixture.context.permissions().query(MICROPHONE_PERMISSION).state())
          .isEqualTo(PermissionState.PROMPT);
    }
  }

  @Test
  void revokingEndsTheTracksOfTheKindWithAnEventAndForgetsTheAnswer() throws Exception {
    PermissionStore store = PermissionStore.inMemory();
    List<String> asked = new ArrayList<>();
    UnaryOperator<MediaContext.Builder> always = asking(asked, PermissionDecision.ALLOW_ALWAYS);
    try (ContextFixture fixture =
        ContextFixture.web(builder -> always.apply(builder).permissionStore(store))) {
      MediaStream stream = fixture.open(BOTH);
      MediaStreamTrack video = stream.getVideoTracks().getFirst();
      CompletableFuture<String> ended = new CompletableFuture<>();
      var _ = video.onended(event -> ended.complete(event.type()));
      fixture.context.permissions().revoke(CAMERA_PERMISSION);
      assertThat(ContextFixture.await(ended)).isEqualTo("ended");
      assertThat(video.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
      assertThat(stream.getAudioTracks().getFirst().readyState())
          .isEqualTo(MediaStreamTrackState.LIVE);
      assertThat(store.entries())
          .extracting(PermissionStore.Entry::name)
          .containsExactly(PermissionName.MICROPHONE);
      asked.clear();
      fixture.open(CAMERA);
      assertThat(asked).containsExactly("camera");
    }
  }

  /** Not for as long as it would take by far if nothing held it up. */
  private static void assertWaits(CompletableFuture<?> result) {
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> result.get(300, TimeUnit.MILLISECONDS));
  }

  private static UnaryOperator<MediaContext.Builder> asking(
      List<String> asked, PermissionDecision answer) {
    return builder ->
        builder.prompt(
            request -> {
              asked.add(request.descriptor().name().value());
              return answer;
            });
  }

  private static List<MediaDeviceInfo> devices(ContextFixture fixture) {
    return fixture.context.mediaDevices().enumerateDevices();
  }

  private static DOMException failure(ContextFixture fixture, MediaStreamConstraints constraints) {
    return catchThrowableOfType(
        DOMException.class, () -> fixture.context.mediaDevices().getUserMedia(constraints));
  }
}
