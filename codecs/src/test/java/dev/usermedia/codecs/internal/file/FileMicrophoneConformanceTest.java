package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.testkit.SourceConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileMicrophoneConformanceTest extends SourceConformance {
  @TempDir static Path directory;

  @Override
  protected MediaDriver createDriver() throws Exception {
    Path file = directory.resolve("voice.wav");
    if (!file.toFile().exists()) {
      TestMedia.make(file, TestMedia.ramp(44_100, 2));
    }
    FileDriver driver = new FileDriver();
    driver.add(file + "#loop");
    return driver;
  }
}
