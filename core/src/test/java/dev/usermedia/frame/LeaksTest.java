package dev.usermedia.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaksTest {
  @Test
  void aFrameDroppedWithoutCloseIsLetGoAndReported() throws Exception {
    String said = run();
    assertThat(said).contains("a frame was dropped without close()").contains("freed");
    assertThat(said).doesNotContain("at dev.usermedia.frame.LeakyProgram.takeAndDrop");
  }

  @Test
  void trackingSaysWhereItWasTaken() throws Exception {
    String said = run("-Dusermedia.leaks=track");
    assertThat(said).contains("at dev.usermedia.frame.LeakyProgram.takeAndDrop").contains("freed");
  }

  @Test
  void framesThatAreClosedAreNotMentioned() throws Exception {
    assertThat(run("-Dclose=true")).doesNotContain("dropped");
  }

  /** In a process of its own, whose collector is to find the frame. */
  private static String run(String... options) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(options));
    line.addAll(List.of("-XX:+UseSerialGC", "-cp"));
    line.add(place(VideoFrame.class) + File.pathSeparator + place(LeakyProgram.class));
    line.add(LeakyProgram.class.getName());
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String place(Class<?> type) throws Exception {
    // classes of the module and its tests: where this very class file lies
    String file = type.getName().replace('.', '/') + ".class";
    Path path = Path.of(type.getResource("/" + file).toURI());
    for (int i = 0; i <= file.chars().filter(c -> c == '/').count(); i++) {
      path = path.getParent();
    }
    return path.toString();
  }
}
