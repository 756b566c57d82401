package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutLibpulseTest {
  /** A program that uses the driver. */
  static final class Program {
    public static void main(String[] arguments) throws Exception {
      try (PulseDriver driver = new PulseDriver();
          var _ = driver.watch(() -> {})) {
        System.out.println(driver.devices());
        System.out.println(driver.unavailable());
        SourceDevice device =
            new SourceDevice("pulse", "mic", SourceKind.MICROPHONE, "Mic", "", true, List.of());
        driver.open(device, MediaClock.system()).close();
      } catch (SourceException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void thereAreNoDevicesAndOneLineSaysWhy(@TempDir Path directory) throws Exception {
    // The dynamic linker finds this one first, and it is no library.
    Files.writeString(directory.resolve("libpulse.so.0"), "not a library");
    String classPath =
        Stream.of(Program.class, PulseDriver.class, MediaClock.class)
            .map(WithoutLibpulseTest::root)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Program.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", directory.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.lines())
        .containsExactly(
            "[]",
            "libpulse.so.0 is not installed (Debian: libpulse0)",
            "pulse: libpulse.so.0 is not installed (Debian: libpulse0) (dlopen)");
  }

  /** The directory or jar that a class comes from. */
  private static String root(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String url = type.getClassLoader().getResource(name).toString();
    String file = url.replaceFirst("^(jar:)?file:", "").replaceFirst("!/.*", "");
    return file.endsWith(name) ? file.substring(0, file.length() - name.length()) : file;
  }
}
