package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;

/** A driver with one address, on a clock that the test turns; closes the sources that it opened. */
final class Player implements AutoCloseable {
  /** What the clock shows first. */
  static final long START_US = 7_000_000;

  final ManualClock clock = new ManualClock(START_US);
  final FileDriver driver = new FileDriver();
  final List<SourceDevice> devices;
  private final List<Source> sources = new ArrayList<>();
  private int playing;

  Player(String address) throws SourceException {
    devices = driver.add(address);
  }

  SourceDevice camera() {
    return device(SourceKind.CAMERA);
  }

  SourceDevice microphone() {
    return device(SourceKind.MICROPHONE);
  }

  private SourceDevice device(SourceKind kind) {
    return devices.stream().filter(device -> device.kind() == kind).findFirst().orElseThrow();
  }

  Source open(SourceDevice device) throws SourceException {
    Source source = driver.open(device, clock);
    sources.add(source);
    return source;
  }

  /** Opens and starts the device; all capture threads wait for the clock when this returns. */
  Tape play(SourceDevice device) throws SourceException {
    return play(device, ++playing);
  }

  /** The same where other sources were closed meanwhile. */
  Tape play(SourceDevice device, int nowPlaying) throws SourceException {
    Tape tape = new Tape(clock::nowUs);
    open(device).start(settings(device), tape);
    clock.awaitWaiters(nowPlaying);
    return tape;
  }

  /** The device's mode; of a microphone with chunks of 10 ms. */
  static SourceSettings settings(SourceDevice device) {
    return SourceSettings.of(
        switch (device.modes().getFirst()) {
          case VideoMode mode -> mode;
          case AudioMode mode -> mode.with(0.01);
        });
  }

  @Override
  public void close() {
    sources.forEach(Source::close);
    driver.close();
  }
}
