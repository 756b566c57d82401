package dev.usermedia.testkit.lab;

import dev.usermedia.testkit.pattern.AudioPattern;
import dev.usermedia.testkit.pattern.PatternReport;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A recorded file in the eyes of the system's own {@code ffmpeg} and {@code ffprobe}: somebody
 * else's opinion. Every method reads the file anew.
 */
public final class RecordedFile {
  private static final long LIMIT_SECONDS = 60;
  private static final int SAMPLE_RATE_HZ = 48_000;

  private final Path file;

  /** The sound of a file: its channels' mean, at 48 kHz, without a gap. */
  public static final class Sound {
    private final float[] samples;
    private final long firstPtsUs;

    private Sound(float[] samples, long firstPtsUs) {
      this.samples = samples;
      this.firstPtsUs = firstPtsUs;
    }

    /** In −1…1; the sound's own, not a copy. */
    public float[] samples() {
      return samples;
    }

    /** When the first sample sounds. */
    public long firstPtsUs() {
      return firstPtsUs;
    }

    /** When the last sample has sounded. */
    public long endUs() {
      return firstPtsUs + samples.length * 1_000_000L / SAMPLE_RATE_HZ;
    }

    /** When a sample sounds. */
    public long ptsUs(int sample) {
      return firstPtsUs + sample * 1_000_000L / SAMPLE_RATE_HZ;
    }
  }

  /** A picture's mean colour and when it is shown. */
  public record Shade(long ptsUs, int red, int green, int blue) {}

  /** A file that is there. */
  public RecordedFile(Path file) {
    this.file = file;
  }

  /**
   * What a filter of ffmpeg makes of it, in another file: {@code "hflip"} undoes a mirror.
   *
   * @param to where it goes; its name says the format
   */
  public RecordedFile filtered(String filter, Path to) throws IOException {
    Output output =
        run("ffmpeg", "-v", "error", "-i", file.toString(), "-vf", filter, to.toString());
    if (output.exitCode() != 0) {
      throw new IOException("ffmpeg of " + file + ": " + output.err());
    }
    return new RecordedFile(to);
  }

  /** What ffmpeg has to say while it decodes everything; nothing, if all is well. */
  public List<String> complaints() throws IOException {
    // in the file's own time base, not in that of a frame rate which ffmpeg guesses
    Output output =
        run(
            "ffmpeg",
            "-v",
            "warning",
            "-xerror",
            "-i",
            file.toString(),
            "-enc_time_base",
            "-1",
            "-f",
            "null",
            "-");
    List<String> complaints = new ArrayList<>(output.err());
    if (output.exitCode() != 0) {
      complaints.add("ffmpeg ended with " + output.exitCode());
    }
    return complaints;
  }

  /**
   * Values that ffprobe shows.
   *
   * @param streams which streams, such as {@code "v:0"}, or empty for all
   * @param entries such as {@code "stream=codec_name,width"} or {@code "format=duration"}
   * @return the values, with commas between them and a line for each section
   */
  public String shown(String streams, String entries) throws IOException {
    return probe(streams, entries, "csv=p=0");
  }

  /** How long the file says that it is, in microseconds; fails if it does not say. */
  public long durationUs() throws IOException {
    return us(shown("", "format=duration"));
  }

  /** All pictures, in the order of the file, as far as they show the test pattern. */
  public List<PatternReport.Picture> pictures() throws IOException {
    String[] size = shown("v:0", "stream=width,height").split(",", -1);
    int width = Integer.parseInt(size[0]);
    int height = Integer.parseInt(size[1]);
    byte[] raw = decode("-map", "0:v:0", "-fps_mode", "passthrough", "-pix_fmt", "gray");
    long[] times = pictureTimesUs(raw.length / (width * height));
    List<PatternReport.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      MemorySegment luma =
          MemorySegment.ofArray(raw).asSlice((long) i * width * height, (long) width * height);
      pictures.add(
          new PatternReport.Picture(times[i], VideoPattern.read(luma, width, height, width)));
    }
    return pictures;
  }

  /** All pictures' mean colours, in the order of the file. */
  public List<Shade> shades() throws IOException {
    byte[] raw =
        decode(
            "-map",
            "0:v:0",
            "-vf",
            "scale=1:1:flags=area",
            "-fps_mode",
            "passthrough",
            "-pix_fmt",
            "rgb24");
    long[] times = pictureTimesUs(raw.length / 3);
    List<Shade> shades = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      shades.add(
          new Shade(times[i], raw[3 * i] & 0xFF, raw[3 * i + 1] & 0xFF, raw[3 * i + 2] & 0xFF));
    }
    return shades;
  }

  /** All sound. */
  public Sound sound() throws IOException {
    byte[] raw =
        decode(
            "-map",
            "0:a:0",
            "-ac",
            "1",
            "-ar",
            String.valueOf(SAMPLE_RATE_HZ),
            "-c:a",
            "pcm_f32le");
    float[] samples = new float[raw.length / Float.BYTES];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    long[] times = timesUs("a:0");
    long endUs = times[0] + samples.length * 1_000_000L / SAMPLE_RATE_HZ;
    if (times[times.length - 1] > endUs) {
      throw new IOException(
          "the sound has a gap: it lasts to " + endUs + " of " + times[times.length - 1]);
    }
    return new Sound(samples, times[0]);
  }

  /** What became of the test pattern in picture and sound. */
  public PatternReport pattern() throws IOException {
    String kinds = shown("", "stream=codec_type");
    List<PatternReport.Picture> pictures = kinds.contains("video") ? pictures() : List.of();
    if (!kinds.contains("audio")) {
      return PatternReport.of(pictures, List.of());
    }
    Sound sound = sound();
    return PatternReport.of(
        pictures, AudioPattern.find(sound.samples(), SAMPLE_RATE_HZ, sound.firstPtsUs()));
  }

  private long[] pictureTimesUs(int count) throws IOException {
    long[] times = timesUs("v:0");
    if (times.length != count) {
      throw new IOException(times.length + " pictures have times, " + count + " were decoded");
    }
    return times;
  }

  /** When each decoded frame is due. */
  private long[] timesUs(String stream) throws IOException {
    return probe(stream, "frame=pts_time", "csv=p=0")
        .lines()
        .filter(line -> !line.isBlank())
        .mapToLong(RecordedFile::us)
        .toArray();
  }

  private String probe(String streams, String entries, String format) throws IOException {
    List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error"));
    if (!streams.isEmpty()) {
      command.addAll(List.of("-select_streams", streams));
    }
    command.addAll(List.of("-show_entries", entries, "-of", format, file.toString()));
    Output output = run(command.toArray(String[]::new));
    if (output.exitCode() != 0 || !output.err().isEmpty()) {
      throw new IOException("ffprobe of " + file + ": " + output.err());
    }
    return new String(output.out(), StandardCharsets.UTF_8).strip();
  }

  private byte[] decode(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-i", file.toString()));
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-f", options[1].startsWith("0:v") ? "rawvideo" : "f32le", "-"));
    Output output = run(command.toArray(String[]::new));
    if (output.exitCode() != 0) {
      throw new IOException("ffmpeg of " + file + ": " + output.err());
    }
    return output.out();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Output(int exitCode, byte[] out, List<String> err) {}

  private static Output run(String... command) throws IOException {
    Path directory = Files.createTempDirectory("recorded-file");
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end");
      }
      return new Output(process.exitValue(), Files.readAllBytes(out), Files.readAllLines(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command[0] + " ran", e);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.delete(directory);
    }
  }

  private static long us(String seconds) {
    return Math.round(Double.parseDouble(seconds.replace(",", "")) * 1e6);
  }
}
