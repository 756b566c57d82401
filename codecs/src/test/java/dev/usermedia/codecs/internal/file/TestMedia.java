package dev.usermedia.codecs.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/** Files made by the ffmpeg program that comes with the libraries. */
final class TestMedia {
  /** Pictures whose luma tells where they are and their number: x + 2 y + 5 n, modulo 256. */
  static final String NUMBERED =
      "geq=lum='mod(X+2*Y+5*N,256)':cb='mod(X+3*N,256)':cr='mod(Y+N,256)'";

  private TestMedia() {}

  /** Runs ffmpeg with the arguments (split at spaces, for none has any) and then the file. */
  static Path make(Path file, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
    command.addAll(List.of("-v", "error", "-nostdin", "-y", "-bitexact"));
    for (String argument : arguments) {
      command.addAll(List.of(argument.split(" ")));
    }
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ffmpeg ends").isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + said).isZero();
    return file;
  }

  /** The source of {@link #NUMBERED} pictures. */
  static String pictures(int width, int height, int rate, double seconds) {
    return "-f lavfi -i nullsrc=s=%dx%d:r=%d:d=%s,format=yuv420p,%s"
        .formatted(width, height, rate, seconds, NUMBERED);
  }

  /** A source of sound whose value is the time divided by ten: 0.25 at 2.5 s. */
  static String ramp(int rateHz, double seconds) {
    return "-f lavfi -i aevalsrc=t/10:s=%d:d=%s".formatted(rateHz, seconds);
  }

  /** A file of 16-bit samples, channels interleaved. */
  static Path wav(Path file, int rateHz, int channels, short[] samples) throws IOException {
    int bytes = 2 * samples.length;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + bytes).put("WAVEfmt ".getBytes(US_ASCII));
    wav.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rateHz);
    wav.putInt(2 * channels * rateHz).putShort((short) (2 * channels)).putShort((short) 16);
    wav.put("data".getBytes(US_ASCII)).putInt(bytes);
    wav.asShortBuffer().put(samples);
    return Files.write(file, wav.array());
  }
}
