package dev.usermedia.codecs.internal.file;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.spi.AddressedDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Files and URLs as cameras and microphones: whatever FFmpeg reads, played in real time. {@code
 * #loop} at the end of an address has it begin again at its end, for ever.
 *
 * <p>An input has the one mode of its best picture stream and the one of its best sound stream.
 * Pictures are handed out where the decoder put them, at their own times (the rate of the mode is
 * the average), in its colours, with the rotation that is to be applied; only formats that we have
 * no name for, pixels that are not square and sizes that change in the midst are converted. Sound
 * comes in chunks of 10 ms of 32-bit floats, with silence where the input has none. What cannot be
 * decoded is lost and counted; a source ends with its stream, or when it cannot be read on.
 *
 * <p>The camera and the microphone of one address, opened by the same driver on the same clock,
 * show one time line: the second joins at the present. A consumer that falls behind by more than
 * half a second loses the rest, which is counted; if the input falls behind by that much, both wait
 * for it.
 */
public final class FileDriver implements AddressedDriver {
  static final String NAME = "file";

  private final Duration patience;
  private final Map<String, Entry> entries = new LinkedHashMap<>(); // by address; guarded by itself
  private final List<Playback> playbacks = new ArrayList<>(); // guarded by entries
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

  private record Entry(FileAddress address, List<SourceDevice> devices) {}

  /** A driver without devices; they come with {@link #add}. */
  public FileDriver() {
    this(InputInterrupt.PATIENCE);
  }

  /** A driver that waits at most so long for a network to say something. */
  FileDriver(Duration patience) {
    this.patience = patience;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.of(SourceKind.CAMERA, SourceKind.MICROPHONE);
  }

  @Override
  public String scheme() {
    return NAME;
  }

  @Override
  public List<SourceDevice> add(String text) throws SourceException {
    FileAddress address = FileAddress.parse(text);
    List<SourceDevice> found = FileDevices.probe(address, patience);
    synchronized (entries) {
      entries.put(text, new Entry(address, found));
    }
    watchers.forEach(Runnable::run);
    return found;
  }

  @Override
  public List<SourceDevice> devices() {
    synchronized (entries) {
      return entries.values().stream().flatMap(entry -> entry.devices.stream()).toList();
    }
  }

  @Override
  public Source open(SourceDevice device, MediaClock clock) throws SourceException {
    Playback playback = claim(device, clock);
    try {
      return new FileSource(playback, device, playback.open(device.kind()));
    } catch (SourceException | RuntimeException | Error e) {
      playback.release(device.kind());
      throw e;
    }
  }

  private Playback claim(SourceDevice device, MediaClock clock) throws SourceException {
    synchronized (entries) {
      for (Playback running : playbacks) {
        if (running.claim(device, clock)) {
          return running;
        }
      }
      for (Entry entry : entries.values()) {
        if (entry.devices.contains(device)) {
          Playback playback =
              new Playback(entry.address, entry.devices, clock, patience, this::forget);
          playback.claim(device, clock);
          playbacks.add(playback);
          return playback;
        }
      }
    }
    throw Failure.of(
        SourceException.Kind.NOT_FOUND,
        "open",
        device.label(),
        "there is no " + device.label() + " here; add its address first");
  }

  private void forget(Playback playback) {
    synchronized (entries) {
      playbacks.remove(playback);
    }
  }

  @Override
  public Registration watch(Runnable changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }
}
