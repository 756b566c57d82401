package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usermedia.DOMException;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.legacy.AudioStreamTrack;
import dev.usermedia.legacy.MediaStreamEvent;
import dev.usermedia.legacy.MediaStreamEventInit;
import dev.usermedia.legacy.NavigatorUserMedia;
import dev.usermedia.legacy.NavigatorUserMediaError;
import dev.usermedia.legacy.StreamTrackState;
import dev.usermedia.legacy.VideoStreamTrack;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // is what is tested
class LegacyTest {
  private static final MediaTrackConstraints TOO_WIDE =
      MediaTrackConstraints.builder().width(ConstrainULong.min(100_000)).build();

  // ---- getUserMedia with callbacks ----

  @Test
  void aStreamThatIsOpenedIsToldToTheFirstCallback() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      assertThat(ContextFixture.await(opened(fixture, ContextFixture.BOTH)).getTracks()).hasSize(2);
    }
  }

  @Test
  void failuresHaveTheNamesOfTheirTime() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      NavigatorUserMediaError constraint =
          failure(fixture, MediaStreamConstraints.builder().video(TOO_WIDE).build());
      assertThat(constraint.name()).isEqualTo("ConstraintNotSatisfiedError");
      assertThat(constraint.constraintName()).hasValue("width");
      assertThat(constraint).hasCauseInstanceOf(OverconstrainedError.class);
      NavigatorUserMediaError nothing = failure(fixture, MediaStreamConstraints.builder().build());
      assertThat(nothing.name()).isEqualTo("NotSupportedError");
      assertThat(nothing.constraintName()).isEmpty();
    }
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(), it -> it.prompt(request -> PermissionDecision.DENY))) {
      assertThat(failure(fixture, ContextFixture.CAMERA).name()).isEqualTo("PermissionDeniedError");
    }
    try (ContextFixture fixture = new ContextFixture(new SyntheticDriver(List.of()))) {
      assertThat(failure(fixture, ContextFixture.CAMERA).name()).isEqualTo("NotFoundError");
    }
  }

  @Test
  void callbacksAreCalledOnTheLoopAndWhatTheyThrowIsReported() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      CompletableFuture<String> thread = new CompletableFuture<>();
      navigator(fixture)
          .getUserMedia(
              MediaStreamConstraints.builder().build(),
              stream -> {},
              error -> {
                thread.complete(Thread.currentThread().getName());
                throw new IllegalStateException("made up");
              });
      assertThat(ContextFixture.await(thread)).startsWith("usermedia loop");
      ContextFixture.await(fixture.context.mediaDevices().enumerateDevicesAsync());
      assertThat(fixture.errors).singleElement().extracting("message").isEqualTo("made up");
    }
  }

  // ---- tracks that are made before they are opened ----

  @Test
  void aNewTrackStartsWhenItIsOpenedBeforeTheCallbackIsCalled() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      VideoStreamTrack video =
          new VideoStreamTrack(MediaTrackConstraints.builder().width(320).build());
      AudioStreamTrack audio = new AudioStreamTrack();
      List<String> order = new CopyOnWriteArrayList<>();
      assertThat(video.readyState()).isEqualTo(StreamTrackState.NEW);
      assertThat(video.track()).isEmpty();
      try (var _ = video.onstarted(event -> order.add("video " + event.type()));
          var _ = audio.onstarted(event -> order.add("audio " + event.type()))) {
        MediaStream stream = ContextFixture.await(open(fixture, audio, video, order));
        assertThat(order).containsExactly("audio started", "video started", "callback");
        MediaStreamTrack track = video.track().orElseThrow();
        assertThat(stream.getTracks()).containsExactly(audio.track().orElseThrow(), track);
        assertThat(track.getSettings().width()).hasValue(320);
        assertThat(video.readyState()).isEqualTo(StreamTrackState.LIVE);
        video.stop();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(video.readyState()).isEqualTo(StreamTrackState.ENDED);
      }
    }
  }

  @Test
  void aTrackIsOpenedOnceButAgainAfterAFailure() throws Exception {
    ScriptedPrompt prompt = new ScriptedPrompt();
    try (ContextFixture fixture =
        new ContextFixture(new SyntheticDriver(), builder -> builder.prompt(prompt))) {
      VideoStreamTrack impossible = new VideoStreamTrack(TOO_WIDE);
      AudioStreamTrack audio = new AudioStreamTrack();
      assertThat(open(fixture, audio, impossible, new CopyOnWriteArrayList<>()))
          .failsWithin(Duration.ofSeconds(20));
      assertThat(audio.readyState()).isEqualTo(StreamTrackState.NEW);
      VideoStreamTrack stopped = new VideoStreamTrack();
      stopped.stop();
      assertThat(stopped.readyState()).isEqualTo(StreamTrackState.ENDED);
      assertInvalidState(() -> open(fixture, audio, stopped, List.of()));
      prompt.stall();
      VideoStreamTrack video = new VideoStreamTrack();
      CompletableFuture<MediaStream> opening =
          open(fixture, audio, video, new CopyOnWriteArrayList<>());
      assertInvalidState(
          () -> open(fixture, audio, new VideoStreamTrack(), new CopyOnWriteArrayList<>()));
      video.stop(); // while it is asked for
      prompt.resume();
      ContextFixture.await(opening);
      assertThat(audio.readyState()).isEqualTo(StreamTrackState.LIVE);
      assertThat(video.readyState()).isEqualTo(StreamTrackState.ENDED);
    }
  }

  @Test
  void aTrackOfTodayStartsForWhoeverListensByTheNextTask() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      CompletableFuture<Object> started = new CompletableFuture<>();
      fixture
          .context
          .eventLoop()
          .execute(
              () -> {
                VideoStreamTrack adopted = VideoStreamTrack.of(fixture.context, track);
                adopted.onstarted(
                    event -> started.complete(event.target().orElseThrow() == adopted));
              });
      assertThat(ContextFixture.await(started)).isEqualTo(true);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AudioStreamTrack.of(fixture.context, track));
    }
  }

  @Test
  void constraintsThatCannotBeSatisfiedFireOverconstrainedAndChangeNothing() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      VideoStreamTrack video = VideoStreamTrack.of(fixture.context, fixture.camera());
      CompletableFuture<String> fired = new CompletableFuture<>();
      try (var _ = video.onoverconstrained(event -> fired.complete(event.type()))) {
        video.applyConstraints(
            MediaTrackConstraints.builder().width(ConstrainULong.exact(320)).build());
        video.applyConstraints(TOO_WIDE);
        assertThat(ContextFixture.await(fired)).isEqualTo("overconstrained");
        assertThat(video.track().orElseThrow().getSettings().width()).hasValue(320);
        assertThat(video.readyState()).isEqualTo(StreamTrackState.LIVE);
      }
      assertInvalidState(() -> new VideoStreamTrack().applyConstraints(TOO_WIDE));
    }
  }

  @Test
  void aStreamEventHasItsStream() {
    MediaStream stream = new MediaStream();
    assertThat(
            new MediaStreamEvent("addstream", new MediaStreamEventInit(Optional.of(stream)))
                .stream())
        .containsSame(stream);
  }

  private static NavigatorUserMedia navigator(ContextFixture fixture) {
    return new NavigatorUserMedia(fixture.context);
  }

  private static CompletableFuture<MediaStream> opened(
      ContextFixture fixture, MediaStreamConstraints constraints) {
    CompletableFuture<MediaStream> result = new CompletableFuture<>();
    navigator(fixture).getUserMedia(constraints, result::complete, result::completeExceptionally);
    return result;
  }

  private static NavigatorUserMediaError failure(
      ContextFixture fixture, MediaStreamConstraints constraints) throws Exception {
    return ContextFixture.await(
        opened(fixture, constraints)
            .handle((stream, failure) -> (NavigatorUserMediaError) failure));
  }

  private static CompletableFuture<MediaStream> open(
      ContextFixture fixture, AudioStreamTrack audio, VideoStreamTrack video, List<String> order) {
    CompletableFuture<MediaStream> result = new CompletableFuture<>();
    navigator(fixture)
        .getUserMedia(
            Optional.of(audio),
            Optional.of(video),
            stream -> {
              order.add("callback");
              result.complete(stream);
            },
            result::completeExceptionally);
    return result;
  }

  private static void assertInvalidState(ThrowingCallable call) {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
  }
}
