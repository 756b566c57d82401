package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.testkit.lab.XvfbSession;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not there, shut the door, die or hang. */
class ServerTest {
  @Test
  void withoutADisplayThereAreNoDevicesAndOneLineSaysWhy() throws Exception {
    assertNoDevices(Map.of(), "no X11 display: DISPLAY is not set");
    assertNoDevices(Map.of("DISPLAY", ""), "no X11 display: DISPLAY is not set");
    assertNoDevices(
        Map.of("DISPLAY", "zero"), "no X11 display: DISPLAY is \"zero\", not a display such as :0");
    assertNoDevices(
        Map.of("DISPLAY", ":65000"),
        "no X11 display: nothing answers at :65000: No such file or directory");
    assertNoDevices(
        Map.of("DISPLAY", "127.0.0.1:59000"),
        "no X11 display: nothing answers at 127.0.0.1:59000: Connection refused");
  }

  @Test
  @Tag("x11")
  void aServerThatAsksForACookieLetsInWhoHasIt(@TempDir Path folder) throws Exception {
    Path authority = folder.resolve("authority");
    Files.write(authority, cookie("0123456789abcdef"));
    Path wrong = folder.resolve("wrong");
    Files.write(wrong, cookie("0123456789abcdee"));
    try (XvfbSession server =
        XvfbSession.start(List.of("-auth", authority.toString()), "64x48x24")) {
      X11Driver knows =
          new X11Driver(Map.of("DISPLAY", server.display(), "XAUTHORITY", authority.toString()));
      assertThat(knows.unavailable()).isEmpty();
      assertThat(knows.devices()).hasSize(1);
      X11Driver mistaken =
          new X11Driver(Map.of("DISPLAY", server.display(), "XAUTHORITY", wrong.toString()));
      assertThat(mistaken.devices()).isEmpty();
      assertThat(mistaken.unavailable())
          .startsWith("no X11 display: " + server.display() + " does not let this user in: ")
          .doesNotContain("\n");
    }
  }

  @Test
  @Tag("x11")
  void aServerThatDiesEndsSourcesAndIsToldToWatchers() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      SourceDevice device = display.device("screen");
      CountDownLatch told = new CountDownLatch(1);
      Registration watch = display.driver().watch(told::countDown);
      Source source = display.capture(device, "always", shots);
      shots.next().close();
      display.server().kill();
      SourceException end = shots.awaitEnd();
      assertThat(end.kind()).isEqualTo(SourceException.Kind.FAILED);
      assertThat(end).hasMessageContaining("the connection to the server ended");
      assertThat(end.device()).contains(device.hardwareId());
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(display.driver().devices()).isEmpty();
      assertThatThrownBy(() -> display.driver().open(device, MediaClock.system()))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("nothing answers at");
      source.close();
      watch.close();
    }
  }

  @Test
  @Tag("x11")
  @Timeout(60)
  void aServerThatHangsHoldsUpNobodyForLong() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      Source source = display.capture(display.device("screen"), "always", shots);
      shots.next().close();
      signal(display.server().process(), "STOP");
      try {
        assertThatThrownBy(() -> display.driver().devices())
            .isInstanceOf(SourceException.class)
            .hasMessageContaining("did not answer in 5 s");
        Thread closer = new Thread(source::close);
        closer.start();
        assertThat(closer.join(Duration.ofSeconds(2))).isTrue();
        assertThat(shots.hasEnded()).isFalse(); // closing is no end of the device
      } finally {
        signal(display.server().process(), "CONT");
      }
      assertThat(display.driver().devices()).isNotEmpty();
    }
  }

  @Test
  @Tag("x11")
  @Timeout(60)
  void anInterruptedCallerDoesNotWaitAndHarmsNothing() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      SourceDevice device = display.device("screen");
      Source source = display.capture(device, "always", shots);
      signal(display.server().process(), "STOP"); // so that there is something to wait for
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> display.driver().devices())
            .isInstanceOf(SourceException.class)
            .hasMessageContaining("interrupted");
        source.reconfigure(Display.settings(device, "never"));
      } finally {
        assertThat(Thread.interrupted()).isTrue();
        signal(display.server().process(), "CONT");
      }
      shots.next().close();
      source.close();
    }
  }

  private static void assertNoDevices(Map<String, String> environment, String reason)
      throws Exception {
    try (X11Driver driver = new X11Driver(environment)) {
      assertThat(driver.devices()).isEmpty();
      assertThat(driver.unavailable()).isEqualTo(reason);
      Registration watch = driver.watch(() -> {});
      watch.close();
    }
  }

  private static byte[] cookie(String sixteenBytes) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(256); // of this machine
    for (String field :
        List.of(
            Files.readString(Path.of("/proc/sys/kernel/hostname")).strip(),
            "",
            "MIT-MAGIC-COOKIE-1",
            sixteenBytes)) {
      out.writeShort(field.length());
      out.write(field.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static void signal(ProcessHandle process, String name) throws Exception {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
  }
}
