package dev.usermedia.codecs.internal.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the system's own ffmpeg and ffprobe make of a file: somebody else's opinion. */
public final class Judge {
  /** A block of the file; times in seconds, as the demuxer tells them. */
  public record Packet(String kind, double pts, double duration, int size, boolean key) {}

  private final Path file;

  public Judge(Path file) {
    this.file = file;
  }

  /** What ffmpeg has to say while it decodes everything; nothing, if all is well. */
  public List<String> complaints(String... outputOptions) {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-v", "warning", "-i", file.toString()));
    command.addAll(List.of(outputOptions));
    // in the file's own time base, not in that of a frame rate which ffmpeg guesses
    command.addAll(List.of("-enc_time_base", "-1", "-f", "null", "-"));
    return text(command.toArray(String[]::new));
  }

  /** All packets of the file, in its order. */
  public List<Packet> packets() {
    return text(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "packet=codec_type,pts_time,duration_time,size,flags",
            "-of",
            "csv=p=0",
            file.toString())
        .stream()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              String[] f = line.split(",", -1);
              return new Packet(
                  f[0],
                  Double.parseDouble(f[1]),
                  f[2].equals("N/A") ? 0 : Double.parseDouble(f[2]),
                  Integer.parseInt(f[3]),
                  f[4].startsWith("K"));
            })
        .toList();
  }

  public List<Packet> packets(String kind) {
    return packets().stream().filter(p -> p.kind().equals(kind)).toList();
  }

  /** A value that ffprobe shows of the format or a stream, such as {@code format=duration}. */
  public String shown(String entry) {
    return String.join(
        " ",
        text("ffprobe", "-v", "error", "-show_entries", entry, "-of", "csv=p=0", file.toString()));
  }

  /** Where a player comes out that seeks to a time and needs a key picture. */
  public double firstPacketAfterSeek(double seconds) {
    return Double.parseDouble(
        text(
                "ffprobe",
                "-v",
                "error",
                "-read_intervals",
                seconds + "%+#1",
                "-select_streams",
                "v",
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                file.toString())
            .getFirst()
            .replace(",", ""));
  }

  public double durationSeconds() {
    return Double.parseDouble(shown("format=duration"));
  }

  /** The sound as it is played from time 0, one channel. */
  public float[] sound() {
    byte[] raw =
        bytes(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:a",
            "-ac",
            "1",
            "-f",
            "f32le",
            "-");
    float[] samples = new float[raw.length / 4];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return samples;
  }

  /** Every picture, as raw bytes in the given pixel format; colours are read as BT.601. */
  public List<byte[]> pictures(String pixelFormat, int bytesEach) {
    return pictures(pixelFormat, bytesEach, "smpte170m");
  }

  /**
   * Every picture, as raw bytes; this ffmpeg has to be told the matrix, though the file says it.
   */
  public List<byte[]> pictures(String pixelFormat, int bytesEach, String matrix) {
    byte[] raw =
        bytes(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:v",
            "-vf",
            "scale=in_color_matrix=" + matrix,
            "-fps_mode",
            "passthrough",
            "-pix_fmt",
            pixelFormat,
            "-f",
            "rawvideo",
            "-");
    List<byte[]> pictures = new ArrayList<>();
    for (int at = 0; at + bytesEach <= raw.length; at += bytesEach) {
      pictures.add(Arrays.copyOfRange(raw, at, at + bytesEach));
    }
    return pictures;
  }

  static List<String> text(String... command) {
    return new String(bytes(command), UTF_8).lines().toList();
  }

  /** What the program prints, to either stream. */
  static byte[] bytes(String... command) {
    try {
      Path output = Files.createTempFile("judge", null);
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(command[0] + " did not end");
        }
        return Files.readAllBytes(output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
