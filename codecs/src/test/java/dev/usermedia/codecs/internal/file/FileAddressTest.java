package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.spi.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAddressTest {
  @Test
  void aPathIsMarkedAsOneSoThatAColonInItIsNoProtocol() throws Exception {
    FileAddress address = FileAddress.parse("takes/10:30.mp4");

    assertThat(address.isUrl()).isFalse();
    assertThat(address.target()).isEqualTo("file:takes/10:30.mp4");
    assertThat(address.label()).isEqualTo("10:30.mp4");
    assertThat(address.loop()).isFalse();
  }

  @Test
  void theOptionIsTakenOff() throws Exception {
    FileAddress address = FileAddress.parse("clip.mp4#loop");

    assertThat(address.text()).isEqualTo("clip.mp4#loop");
    assertThat(address.input()).isEqualTo("clip.mp4");
    assertThat(address.loop()).isTrue();
  }

  @Test
  void anOptionThatThereIsNotIsNamed() {
    assertThatThrownBy(() -> FileAddress.parse("clip.mp4#lop"))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("#lop")
        .hasMessageContaining("#loop");
  }

  @Test
  void aHashMayBePartOfAName(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("take#2.mp4"));

    assertThat(FileAddress.parse(file.toString()).input()).isEqualTo(file.toString());
    FileAddress looped = FileAddress.parse(file + "#loop");
    assertThat(looped.input()).isEqualTo(file.toString());
    assertThat(looped.loop()).isTrue();
  }

  @Test
  void aUrlIsShownWithoutItsPassword() throws Exception {
    FileAddress address = FileAddress.parse("rtsp://me:secret@camera.local:554/live?token=x");

    assertThat(address.isUrl()).isTrue();
    assertThat(address.target()).isEqualTo("rtsp://me:secret@camera.local:554/live?token=x");
    assertThat(address.display()).isEqualTo("rtsp://camera.local:554/live?token=x");
    assertThat(address.label()).isEqualTo("camera.local:554/live");
  }

  @Test
  void aFileUrlIsAPath() throws Exception {
    assertThat(FileAddress.parse("file:///tmp/clip.mp4").target()).isEqualTo("file:/tmp/clip.mp4");
  }

  @Test
  void nothingIsNoAddress() {
    assertThatThrownBy(() -> FileAddress.parse("")).hasMessageContaining("name a file or URL");
    assertThatThrownBy(() -> FileAddress.parse("#loop")).hasMessageContaining("name a file or URL");
  }
}
