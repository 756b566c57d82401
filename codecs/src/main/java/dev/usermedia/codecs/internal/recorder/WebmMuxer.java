package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Writes a <a href="https://www.webmproject.org/docs/container/">WebM</a> file: blocks of all
 * tracks in the order of time, in clusters that each go to the output whole, as soon as they are
 * full; at the end the index (Cues) and the duration, where the output can be gone back in.
 *
 * <p>The tracks' threads share a muxer; its lock is a leaf but for the output.
 */
final class WebmMuxer implements AutoCloseable {
  /** Half of the second that a killed process may lose; the rest is on its way to the muxer. */
  private static final int CLUSTER_MS = 500;

  private final ByteOutput output;
  private final AvioOutput avio;
  private final AVFormatContext context;
  private final Interleaver<AVPacket> interleaver;
  private final ArrayDeque<AVPacket> spare = new ArrayDeque<>();
  private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
  private int missingTracks;
  private boolean begunWriting;
  private boolean closed;

  /** A file with so many tracks. */
  WebmMuxer(ByteOutput output, int trackCount) throws FFmpegException {
    this.output = output;
    missingTracks = trackCount;
    interleaver = new Interleaver<>(trackCount);
    context = new AVFormatContext(null);
    FFmpegException.check(
        avformat.avformat_alloc_output_context2(context, null, "webm", null),
        "avformat_alloc_output_context2");
    for (int i = 0; i < trackCount; i++) {
      if (avformat.avformat_new_stream(context, null) == null) {
        throw new FFmpegException("avformat_new_stream", "out of memory");
      }
    }
    avio = new AvioOutput(output);
    context.pb(avio.context());
    context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
    context.flush_packets(1);
  }

  /**
   * Describes a track and waits until all are, so that the head of the file can be written.
   *
   * @throws FFmpegException if the head cannot be written
   * @throws IOException if the output fails
   * @throws InterruptedException if the muxer was {@linkplain #cancel cancelled} meanwhile
   */
  void open(int track, AVCodecContext encoder)
      throws FFmpegException, IOException, InterruptedException {
    synchronized (this) {
      AVStream stream = context.streams(track);
      FFmpegException.check(
          avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder),
          "avcodec_parameters_from_context");
      stream.disposition(avformat.AV_DISPOSITION_DEFAULT);
      missingTracks--;
      if (missingTracks == 0) {
        writeHead();
        begun.complete(true);
      }
    }
    if (!begun.join()) {
      throw new InterruptedException("the recording was given up");
    }
  }

  private void writeHead() throws FFmpegException, IOException {
    AVDictionary options = new AVDictionary(null);
    try {
      avutil.av_dict_set_int(options, "cluster_time_limit", CLUSTER_MS, 0);
      check(avformat.avformat_write_header(context, options), "avformat_write_header");
    } finally {
      avutil.av_dict_free(options);
    }
    avformat.avio_flush(context.pb());
    check(0, "avformat_write_header");
    begunWriting = true;
    output.mark();
  }

  /** Lets go whoever waits in {@link #open} for tracks that will not come. */
  void cancel() {
    begun.complete(false);
  }

  /**
   * Takes a track's next packet over, whose times are in milliseconds.
   *
   * @param blockMs the time that its block will carry: that of the packet, and the codec's delay
   * @throws IOException if the output fails, now or before
   */
  synchronized void write(int track, AVPacket packet, long blockMs)
      throws FFmpegException, IOException {
    AVPacket own = spare.isEmpty() ? avcodec.av_packet_alloc() : spare.removeLast();
    avcodec.av_packet_move_ref(own, packet);
    own.stream_index(track);
    interleaver.add(track, own, blockMs);
    writeWaiting();
  }

  /** The track has no more packets. */
  synchronized void end(int track) throws FFmpegException, IOException {
    interleaver.end(track);
    writeWaiting();
  }

  private void writeWaiting() throws FFmpegException, IOException {
    for (AVPacket next = interleaver.poll(); next != null; next = interleaver.poll()) {
      int result = avformat.av_write_frame(context, next);
      avcodec.av_packet_unref(next);
      spare.addLast(next);
      check(result, "av_write_frame");
      output.mark();
    }
  }

  /** Writes the index and the duration, once all tracks have ended. */
  synchronized void finish() throws FFmpegException, IOException {
    if (begunWriting) {
      check(avformat.av_write_trailer(context), "av_write_trailer");
      avformat.avio_flush(context.pb());
      check(0, "av_write_trailer");
      output.mark();
    }
  }

  /** The output's own exception says more than FFmpeg's code for it. */
  private void check(int result, String operation) throws FFmpegException, IOException {
    IOException failure = avio.failure();
    if (failure != null) {
      throw failure;
    }
    FFmpegException.check(result, operation);
  }

  /** Frees everything but the output, which is closed by whoever opened it. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      for (AVPacket left = interleaver.drain(); left != null; left = interleaver.drain()) {
        spare.add(left);
      }
      spare.forEach(avcodec::av_packet_free);
      avformat.avformat_free_context(context);
      avio.close();
    }
  }
}
