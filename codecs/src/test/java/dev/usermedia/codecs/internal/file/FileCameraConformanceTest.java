package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.testkit.SourceConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileCameraConformanceTest extends SourceConformance {
  @TempDir static Path directory;

  @Override
  protected MediaDriver createDriver() throws Exception {
    Path file = directory.resolve("clip.mp4");
    if (!file.toFile().exists()) {
      TestMedia.make(
          file,
          TestMedia.pictures(160, 120, 30, 2),
          TestMedia.ramp(48_000, 2),
          "-c:v mpeg4 -c:a aac");
    }
    FileDriver driver = new FileDriver();
    driver.add(file + "#loop");
    return driver;
  }
}
