package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.codecs.PhotoEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Canvases: what is painted, read, encoded, captured and saved. */
class CanvasTest {
  private record Saved(String name, String firstBytes) {}

  private static final List<Saved> SAVED = new CopyOnWriteArrayList<>();

  @RegisterExtension
  static final ScriptFixture SCRIPT =
      new ScriptFixture(
          builder ->
              builder
                  .pictureEncoder(
                      (frame, type, quality) ->
                          type.equals("image/png")
                              ? Optional.of(PhotoEncoder.png(frame))
                              : type.equals("image/jpeg")
                                  ? Optional.of(PhotoEncoder.jpeg(frame, quality))
                                  : Optional.empty())
                  .downloads(
                      (name, type, content) ->
                          SAVED.add(
                              new Saved(
                                  name, new String(content, 0, 4, StandardCharsets.ISO_8859_1)))));

  private static final String CANVAS =
      """
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d");
      const at = (x, y) => [...context.getImageData(x, y, 1, 1).data].join();
      """;

  @BeforeEach
  void nothingIsSaved() {
    SAVED.clear();
  }

  @Test
  void rectanglesAreFilledWithColoursOfCss() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            context.fillStyle = "red";
            context.fillRect(10, 10, 20, 20);
            context.fillStyle = "rgba(0, 0, 255, 0.5)";
            context.fillRect(20, 20, 20, 20);
            console.log([at(9, 10), at(10, 10), at(25, 25), at(35, 35), context.fillStyle].join(" "));
            context.fillStyle = "no colour";
            context.clearRect(0, 0, 15, 15);
            context.fillStyle = "hsl(120 100% 50%)";
            console.log([at(12, 12), at(16, 16), context.fillStyle].join(" "));
            """);
    assertThat(SCRIPT.line())
        .isEqualTo("0,0,0,0 255,0,0,255 127,0,128,255 0,0,255,128 rgba(0, 0, 255, 0.5)");
    assertThat(SCRIPT.line()).isEqualTo("0,0,0,0 255,0,0,255 #00ff00");
  }

  @Test
  void transformationsAndClipsAreRestored() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            context.save();
            context.translate(100, 0);
            context.scale(2, 2);
            context.beginPath();
            context.rect(0, 0, 5, 5);
            context.clip();
            context.fillStyle = "lime";
            context.fillRect(0, 0, 50, 50);
            context.restore();
            console.log([at(100, 0), at(109, 9), at(110, 10), at(99, 0)].join(" "));
            context.fillRect(120, 0, 1, 1);
            context.beginPath();
            context.arc(50, 50, 10, 0, 2 * Math.PI);
            context.fill();
            console.log([at(120, 0), at(50, 50), at(50, 61)].join(" "));
            """);
    assertThat(SCRIPT.line()).isEqualTo("0,255,0,255 0,255,0,255 0,0,0,0 0,0,0,0");
    assertThat(SCRIPT.line()).isEqualTo("0,0,0,255 0,0,0,255 0,0,0,0");
  }

  @Test
  void pixelsArePutWhereTheyWereTaken() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            const data = context.createImageData(4, 2);
            data.data.set([1, 2, 3, 255], 4);
            context.putImageData(data, 10, 10);
            context.putImageData(data, 20, 20, 0, 0, 1, 1);
            console.log([at(11, 10), at(10, 10), at(21, 20)].join(" "));
            const bitmap = await createImageBitmap(canvas, 11, 10, 1, 1, { resizeWidth: 8, resizeHeight: 8 });
            context.drawImage(bitmap, 50, 50);
            console.log([bitmap.width, at(57, 57), at(58, 58)].join(" "));
            try { context.getImageData(0, 0, 0, 1); } catch (e) { console.log(e.name); }
            """);
    assertThat(SCRIPT.line()).isEqualTo("1,2,3,255 0,0,0,0 0,0,0,0");
    assertThat(SCRIPT.line()).isEqualTo("8 1,2,3,255 0,0,0,0");
    assertThat(SCRIPT.line()).isEqualTo("IndexSizeError");
  }

  @Test
  void aPictureOfTheCameraIsDrawnAndThatOfADisabledTrackIsBlack() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
            const video = document.createElement("video");
            video.srcObject = stream;
            await video.play();
            const colours = () => {
              canvas.width = video.videoWidth;
              canvas.height = video.videoHeight;
              context.drawImage(video, 0, 0);
              return new Set(new Uint32Array(context.getImageData(0, 0, 640, 480).data.buffer));
            };
            console.log(colours().size > 3);
            stream.getTracks()[0].enabled = false;
            await new Promise((r) => video.requestVideoFrameCallback(r));
            await new Promise((r) => video.requestVideoFrameCallback(r));
            console.log([...colours()].map((it) => it.toString(16)).join());
            """);
    assertThat(SCRIPT.line()).isEqualTo("true");
    assertThat(SCRIPT.line()).isEqualTo("ff000000");
  }

  @Test
  void picturesBecomeFiles() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            context.fillRect(0, 0, 10, 10);
            const png = await new Promise((r) => canvas.toBlob(r));
            const jpeg = await new Promise((r) => canvas.toBlob(r, "image/jpeg", 0.5));
            const other = await new Promise((r) => canvas.toBlob(r, "image/unknown"));
            console.log([png.type, jpeg.type, other.type, canvas.toDataURL().slice(0, 28)].join(" "));
            const link = document.createElement("a");
            link.href = URL.createObjectURL(jpeg);
            link.download = "still.jpg";
            link.click();
            console.log("clicked");
            """);
    assertThat(SCRIPT.line())
        .isEqualTo("image/png image/jpeg image/png data:image/png;base64,iVBORw");
    assertThat(SCRIPT.line()).isEqualTo("clicked");
    assertThat(SAVED).hasSize(1);
    assertThat(SAVED.getFirst().name).isEqualTo("still.jpg");
    assertThat(SAVED.getFirst().firstBytes).startsWith("\u00ff\u00d8\u00ff");
  }

  @Test
  void whatAPageShowsIsSavedAtItsEnd() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            canvas.id = "photo";
            document.body.append(canvas, document.createElement("canvas"));
            context.fillRect(0, 0, 10, 10);
            const image = new Image();
            image.src = canvas.toDataURL("image/jpeg");
            document.body.append(image);
            await new Promise((r) => image.onerror = r);
            try { context.drawImage(image, 0, 0); } catch (e) { console.log(e.name); }
            """);
    assertThat(SCRIPT.line()).isEqualTo("InvalidStateError"); // files are not decoded
    SCRIPT.savePictures();
    assertThat(SAVED).extracting(Saved::name).containsExactly("photo.png", "img-1.jpg");
    assertThat(SAVED.getFirst().firstBytes).isEqualTo("\u0089PNG");
  }

  @Test
  void aCapturedCanvasIsAVideoTrack() throws Exception {
    SCRIPT.run(
        CANVAS
            + """
            context.fillStyle = "#123456";
            context.fillRect(0, 0, 300, 150);
            const stream = canvas.captureStream();
            const video = document.createElement("video");
            video.srcObject = stream;
            await video.play();
            const other = document.createElement("canvas").getContext("2d");
            other.drawImage(video, 0, 0);
            console.log([video.videoWidth, video.videoHeight, [...other.getImageData(299, 149, 1, 1).data], stream.getTracks()[0].canvas === canvas].join(" "));
            canvas.width = 64;
            context.fillRect(0, 0, 1, 1);
            await new Promise((r) => video.onresize = r);
            console.log(video.videoWidth);
            """);
    assertThat(SCRIPT.line()).isEqualTo("300 150 18,52,86,255 true");
    assertThat(SCRIPT.line()).isEqualTo("64");
  }
}
