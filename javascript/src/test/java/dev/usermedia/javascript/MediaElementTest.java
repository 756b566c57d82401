package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Audio and video elements that show streams: MediaStreams in Media Elements. */
class MediaElementTest {
  @RegisterExtension static final ScriptFixture SCRIPT = new ScriptFixture();

  private static final String SHOW =
      """
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
      const video = document.createElement("video");
      const next = (type, target = video) => new Promise((r) => target.addEventListener(type, r, { once: true }));
      video.srcObject = stream;
      """;

  @Test
  void theFirstPictureIsShownWithoutPlaying() throws Exception {
    SCRIPT.run(
        """
        const video = document.createElement("video");
        for (const type of ["loadstart", "durationchange", "resize", "loadedmetadata", "loadeddata", "canplay", "canplaythrough"]) {
          video.addEventListener(type, () => console.log(type));
        }
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
        console.log("readyState " + video.readyState + " " + video.duration);
        await new Promise((r) => video.oncanplaythrough = r);
        console.log(video.readyState + " " + video.duration + " " + video.videoWidth + "x" + video.videoHeight + " " + video.paused);
        """);
    for (String expected :
        new String[] {
          "readyState 0 NaN",
          "loadstart",
          "durationchange",
          "resize",
          "loadedmetadata",
          "loadeddata",
          "canplay",
          "canplaythrough",
          "4 Infinity 640x480 true"
        }) {
      assertThat(SCRIPT.line()).isEqualTo(expected);
    }
  }

  @Test
  void theTimelineGoesOnInRealTimeWhilePlayingAndStandsStillWhilePaused() throws Exception {
    SCRIPT.run(
        SHOW
            + """
            await next("canplay");
            await video.play();
            window.report = () => console.log(video.currentTime.toFixed(3) + " " + video.played.end(0).toFixed(3));
            setTimeout(report, 200);
            setTimeout(() => { video.pause(); console.log("paused"); }, 300);
            setTimeout(report, 900);
            console.log("set");
            """);
    assertThat(SCRIPT.line()).isEqualTo("set");
    SCRIPT.advance(Duration.ofMillis(200));
    String[] first = SCRIPT.lineNow().split(" ", -1);
    assertThat(Double.parseDouble(first[0])).isBetween(0.199, 0.260);
    assertThat(first[1]).isEqualTo(first[0]);
    SCRIPT.advance(Duration.ofMillis(100));
    assertThat(SCRIPT.lineNow()).isEqualTo("paused");
    SCRIPT.advance(Duration.ofMillis(600));
    assertThat(Double.parseDouble(SCRIPT.lineNow().split(" ", -1)[0])).isBetween(0.299, 0.400);
  }

  @Test
  void anElementEndsOnceItsTracksHaveStopped() throws Exception {
    SCRIPT.run(
        SHOW
            + """
            await next("canplay");
            await video.play();
            for (const type of ["pause", "durationchange", "ended"]) video.addEventListener(type, () => console.log(type));
            stream.getTracks()[0].stop();
            console.log(video.ended);
            await next("ended");
            console.log(video.ended + " " + (video.duration === video.currentTime));
            """);
    for (String expected :
        new String[] {"false", "pause", "durationchange", "ended", "true true"}) {
      assertThat(SCRIPT.line()).isEqualTo(expected);
    }
  }

  @Test
  void whatAStreamDoesNotHaveIsNotSet() throws Exception {
    SCRIPT.run(
        """
        const video = document.createElement("video");
        video.preload = "metadata";
        video.playbackRate = 0.5;
        video.srcObject = new MediaStream();
        video.preload = "auto";
        video.playbackRate = video.defaultPlaybackRate = 3;
        video.currentTime = 42;
        video.fastSeek(42);
        console.log([video.preload, video.playbackRate, video.defaultPlaybackRate, video.currentTime, video.buffered.length, video.seekable.length, video.played.length].join());
        video.srcObject = null;
        console.log([video.preload, video.playbackRate, video.played.length].join());
        try { video.volume = 2; } catch (e) { console.log(e.name); }
        """);
    assertThat(SCRIPT.line()).isEqualTo("none,1,1,0,0,0,1");
    assertThat(SCRIPT.line()).isEqualTo("metadata,1,0");
    assertThat(SCRIPT.line()).isEqualTo("IndexSizeError");
  }

  @Test
  void framesAreAnnouncedOneByOne() throws Exception {
    SCRIPT.run(
        SHOW
            + """
            await next("canplay");
            await video.play();
            const seen = [];
            const step = (now, frame) => {
              seen.push(frame);
              if (seen.length < 3) video.requestVideoFrameCallback(step);
              else console.log(seen.every((it, i) => it.width === 640 && it.height === 480
                && it.captureTime <= now && (i === 0 || it.captureTime > seen[i - 1].captureTime && it.presentedFrames > seen[i - 1].presentedFrames)));
            };
            video.requestVideoFrameCallback(step);
            video.cancelVideoFrameCallback(video.requestVideoFrameCallback(() => console.log("cancelled")));
            """);
    assertThat(SCRIPT.line()).isEqualTo("true");
  }

  @Test
  void playingWhatIsNotAStreamFailsAndSaysSo() throws Exception {
    SCRIPT.run(
        """
        const video = document.createElement("video");
        video.src = "https://localhost/film.webm";
        await video.play().catch((e) => console.log(e.name));
        console.log(video.error.code + " " + video.error.message);
        """);
    assertThat(SCRIPT.line()).isEqualTo("NotSupportedError");
    assertThat(SCRIPT.line()).isEqualTo("4 Media files are not played, only streams.");
  }

  @Test
  void soundAloneMakesAnAudioElementReady() throws Exception {
    SCRIPT.run(
        """
        const audio = new Audio();
        audio.autoplay = true;
        audio.srcObject = await navigator.mediaDevices.getUserMedia({ audio: true });
        await new Promise((r) => audio.onplaying = r);
        console.log(audio.readyState + " " + audio.paused);
        """);
    assertThat(SCRIPT.line()).isEqualTo("4 false");
  }
}
