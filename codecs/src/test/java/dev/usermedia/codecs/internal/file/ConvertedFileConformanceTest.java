package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.testkit.SourceConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A camera whose pictures have a format that we do not know, and are converted. */
class ConvertedFileConformanceTest extends SourceConformance {
  @TempDir static Path directory;

  @Override
  protected MediaDriver createDriver() throws Exception {
    Path file = directory.resolve("clip.mkv");
    if (!file.toFile().exists()) {
      TestMedia.make(file, TestMedia.pictures(160, 120, 30, 2), "-c:v ffv1 -pix_fmt yuv444p");
    }
    FileDriver driver = new FileDriver();
    driver.add(file + "#loop");
    return driver;
  }
}
