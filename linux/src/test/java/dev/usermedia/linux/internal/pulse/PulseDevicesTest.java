package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is listed is what the server has, and what its own tool says of it. */
class PulseDevicesTest extends PulseTestSupport {
  private static final long PATIENCE_SECONDS = 20;

  @Test
  void theDriverIsFoundByTheServiceLoader() {
    assertThat(PulseDriver.class.getModule().getDescriptor().provides())
        .filteredOn(provided -> provided.service().equals(MediaDriver.class.getName()))
        .flatExtracting(ModuleDescriptor.Provides::providers)
        .contains(PulseDriver.class.getName());
  }

  @Test
  void theDefaultMicrophoneIsFirstAndMonitorsAreNone() throws Exception {
    session.addMicrophone("first", 48_000, 2);
    session.addMicrophone("second", 16_000, 1);
    session.pactl("set-default-source", "second");
    List<SourceDevice> microphones =
        driver.devices().stream().filter(d -> d.kind() == SourceKind.MICROPHONE).toList();

    assertThat(microphones).extracting(SourceDevice::hardwareId).containsExactly("second", "first");
    assertThat(microphones).extracting(SourceDevice::systemDefault).containsExactly(true, false);
    assertThat(microphones.getFirst().label()).isEqualTo("Microphone second");
    assertThat(microphones.getFirst().modes().getFirst())
        .isEqualTo(new AudioMode(16_000, 1, 16, 0.005, 0.2));
  }

  @Test
  void speakersAreListedAfterMicrophones() throws Exception {
    session.addSpeaker("loud");
    session.addMicrophone("front", 48_000, 2);
    assertThat(driver.devices())
        .extracting(SourceDevice::kind)
        .containsExactly(SourceKind.MICROPHONE, SourceKind.SPEAKER, SourceKind.SPEAKER);
    assertThat(driver.devices().get(1).hardwareId()).isEqualTo("loud");
    assertThat(driver.devices().get(1).systemDefault()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "u8, 8000, 1, mono, 8",
    "s16le, 44100, 2, 'front-left,front-right', 16",
    "s24le, 96000, 4, 'front-left,front-right,rear-left,rear-right', 24",
    "s24-32le, 48000, 3, 'aux0,aux1,aux2', 24",
    "float32le, 192000, 6," + " 'front-left,front-right,rear-left,rear-right,front-center,lfe', 32",
  })
  void structuresAreReadWhereTheLibraryWritesThem(
      String format, int rateHz, int channels, String map, int bits) throws Exception {
    session.loadModule(
        "module-null-sink",
        "sink_name=odd",
        "format=" + format,
        "rate=" + rateHz,
        "channels=" + channels,
        "channel_map=" + map,
        "norewinds=1");
    session.loadModule(
        "module-remap-source",
        "master=odd.monitor",
        "source_name=strange",
        "format=" + format,
        "source_properties=\"device.description='Größe 5' device.bus_path='pci-0000:00:1f.3'\"");
    session.pactl("set-source-mute", "strange", "1");
    session.pactl("set-source-volume", "strange", "42%");

    PaDeviceInfo info = info("strange");
    String said = block(session.pactl("list", "sources"), "strange");
    assertThat("Source #" + info.index()).isEqualTo(said.lines().findFirst().orElseThrow());
    assertThat(info.description()).isEqualTo(value(said, "Description")).isEqualTo("Größe 5");
    assertThat(value(said, "Sample Specification"))
        .isEqualTo(format + " " + channels + "ch " + info.sampleRateHz() + "Hz")
        .contains(rateHz + "Hz");
    assertThat(value(said, "Channel Map")).isEqualTo(map);
    assertThat(info.channelPositions()).hasSize(channels);
    assertThat(info.muted()).isTrue();
    assertThat(info.monitorOf()).isEqualTo(-1);
    assertThat(info.card()).isEqualTo(-1);
    assertThat(info.busPath()).isEqualTo("pci-0000:00:1f.3");
    SourceDevice device = microphone("strange");
    assertThat(device.group()).isEqualTo("pci-0000:00:1f.3");
    assertThat(device.modes().getFirst())
        .isEqualTo(new AudioMode(rateHz, channels, bits, 0.005, 0.2));
  }

  @Test
  void aMonitorNamesItsSink() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    String sink = block(session.pactl("list", "sinks"), "feed.front");
    assertThat(sink).startsWith("Sink #" + info("feed.front.monitor").monitorOf() + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "pci-0000:00:14.0-usb-0:2:1.0, usb-0000:00:14.0-2",
    "pci-0000:00:14.0-usb-0:1.4.2:1.2, usb-0000:00:14.0-1.4.2",
    "pci-0000:00:14.0-usbv2-0:2:1.0, usb-0000:00:14.0-2",
    "pci-0000:00:1f.3, pci-0000:00:1f.3",
    "'', pulse-card-3",
  })
  void devicesOfOnePieceOfHardwareShareAGroup(String busPath, String group) {
    PaDeviceInfo info =
        new PaDeviceInfo(7, "mic", "Mic", 3, 48_000, List.of(0), false, -1, 3, busPath);
    assertThat(Microphones.microphone(info, "").group()).isEqualTo(group);
    assertThat(Microphones.speaker(info, "").group()).isEqualTo(group);
  }

  @Test
  void comingAndGoingAndDefaultsAreToldToWatchersWhoMayLook() throws Exception {
    Semaphore changes = new Semaphore(0);
    CompletableFuture<List<SourceDevice>> seen = new CompletableFuture<>();
    session.addMicrophone("first", 48_000, 1);
    try (var _ = driver.watch(changes::release)) {
      changes.acquire(); // the server came
      var second = session.addMicrophone("second", 48_000, 1);
      awaitUntil(changes, () -> listed("second"));
      session.pactl("set-default-source", "second");
      awaitUntil(changes, () -> microphone("second").systemDefault());
      try (var _ = driver.watch(() -> seen.complete(devices()))) {
        session.unplug(second);
        awaitUntil(changes, () -> !listed("second"));
        assertThat(seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotEmpty();
      }
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void awaitUntil(Semaphore changes, Condition condition) throws Exception {
    while (!condition.holds()) {
      assertThat(changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("told").isTrue();
    }
  }

  private boolean listed(String name) {
    return devices().stream().anyMatch(d -> d.hardwareId().equals(name));
  }

  private List<SourceDevice> devices() {
    try {
      return driver.devices();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private PaDeviceInfo info(String name) throws Exception {
    PulseConnection.Listener nobody =
        new PulseConnection.Listener() {
          @Override
          public void event(int event, int index) {}

          @Override
          public void deliver() {}

          @Override
          public void lost(SourceException cause) {}
        };
    try (PulseConnection connection =
        PulseConnection.open("test", Optional.of(session.server()), nobody)) {
      return connection.ask("test", name, () -> connection.source(name));
    }
  }

  /** What the tool says about the device of a name. */
  private static String block(String printed, String name) {
    for (String block : printed.split("\n\n", -1)) {
      if (block.contains("Name: " + name + "\n")) {
        return block;
      }
    }
    throw new AssertionError(name + " is not in " + printed);
  }

  private static String value(String block, String key) {
    Matcher line = Pattern.compile("^\\s*" + key + ": (.*)$", Pattern.MULTILINE).matcher(block);
    assertThat(line.find()).as("%s in %s", key, block).isTrue();
    return line.group(1);
  }
}
