package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/** Finds out what an address is as devices. */
final class FileDevices {
  private FileDevices() {}

  /**
   * Opens the input, looks, and closes it.
   *
   * @param patience how long a network may be silent
   * @return a camera, a microphone, or both
   * @throws SourceException if it is neither, saying why
   */
  static List<SourceDevice> probe(FileAddress address, Duration patience) throws SourceException {
    List<SourceDevice> devices = new ArrayList<>();
    List<String> lacks = new ArrayList<>();
    try (InputInterrupt interrupt = new InputInterrupt(patience);
        MediaInput input = MediaInput.open(address, interrupt)) {
      for (SourceKind kind : List.of(SourceKind.CAMERA, SourceKind.MICROPHONE)) {
        Optional<? extends SourceMode> mode =
            kind.isVideo() ? StreamModes.video(input) : StreamModes.audio(input);
        Optional<String> lack = lack(kind, input.stream(kind), mode.isPresent());
        lack.ifPresentOrElse(lacks::add, () -> devices.add(device(address, kind, mode.get())));
      }
    }
    if (devices.isEmpty()) {
      String all = address.display() + ": " + String.join(", ", lacks);
      throw Failure.of(
          SourceException.Kind.NOT_FOUND, "av_find_best_stream", address.display(), all);
    }
    return List.copyOf(devices);
  }

  /** Why the stream is no device, if so. */
  private static Optional<String> lack(
      SourceKind kind, Optional<AVStream> stream, boolean modeKnown) {
    String what = kind.isVideo() ? "video" : "sound";
    if (stream.isEmpty()) {
      return Optional.of("it has no " + what);
    }
    AVCodecParameters parameters = stream.get().codecpar();
    if (avcodec.avcodec_find_decoder(parameters.codec_id()) == null) {
      String codec = StreamDecoder.name(parameters);
      return Optional.of("its " + what + " is " + codec + ", which this FFmpeg does not decode");
    }
    return modeKnown ? Optional.empty() : Optional.of("its " + what + " is damaged");
  }

  private static SourceDevice device(FileAddress address, SourceKind kind, SourceMode mode) {
    String prefix = kind.isVideo() ? "camera:" : "microphone:";
    return new SourceDevice(
        FileDriver.NAME,
        prefix + address.text(),
        kind,
        address.label(),
        address.text(),
        false,
        List.of(mode));
  }
}
