package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.codecs.internal.ffmpeg.NativeCallback;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg's way to a {@link ByteOutput}. The first exception of the output is kept, FFmpeg is told
 * {@code EIO}, and the output is left alone from then on. Used under the muxer's lock.
 */
final class AvioOutput implements AutoCloseable {
  /** Large enough for a cluster, which is then one write: whole in the file or not there at all. */
  private static final int BUFFER_BYTES = 1 << 20;

  private static final int EIO = -5;
  private static final int SEEK_SET = 0;

  private final ByteOutput output;
  private final Arena arena = Arena.ofShared();
  private final AVIOContext context;
  private @Nullable IOException failure;

  AvioOutput(ByteOutput output) {
    this.output = output;
    context =
        avformat.avio_alloc_context(
            new BytePointer(avutil.av_malloc(BUFFER_BYTES)),
            BUFFER_BYTES,
            1,
            null,
            null,
            null,
            null);
    NativeCallback write = (_, bytes, size) -> write(bytes, size);
    install("write_packet", write);
    if (output.isSeekable()) {
      NativeCallback seek = (_, offset, whence) -> seek(offset, whence);
      install("seek", seek);
      context.seekable(avformat.AVIO_SEEKABLE_NORMAL);
    }
  }

  /** Sets a field of the context; JavaCPP would want a class for each. */
  private void install(String field, NativeCallback callback) {
    MemorySegment.ofAddress(context.address())
        .reinterpret(Loader.sizeof(AVIOContext.class))
        .set(JAVA_LONG, Loader.offsetof(AVIOContext.class, field), callback.stub(arena).address());
  }

  AVIOContext context() {
    return context;
  }

  /** Why the output was given up, if it was. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Called by FFmpeg. An exception here would end the process. */
  private long write(long bytes, int size) {
    if (failure != null) {
      return EIO;
    }
    try {
      output.write(MemorySegment.ofAddress(bytes).reinterpret(size).asByteBuffer());
      return size;
    } catch (Throwable e) {
      fail(e);
      return EIO;
    }
  }

  /** Called by FFmpeg. An exception here would end the process. */
  private long seek(long offset, int whence) {
    if (failure != null) {
      return EIO;
    }
    try {
      if (whence == avformat.AVSEEK_SIZE) {
        return output.sizeBytes();
      }
      if ((whence & ~avformat.AVSEEK_FORCE) != SEEK_SET) {
        return EIO; // the muxers seek from the beginning only
      }
      output.seek(offset);
      return offset;
    } catch (Throwable e) {
      fail(e);
      return EIO;
    }
  }

  private void fail(Throwable e) {
    failure = e instanceof IOException io ? io : new IOException(e.toString(), e);
  }

  @Override
  public void close() {
    avutil.av_free(context.buffer());
    avformat.avio_context_free(context);
    arena.close();
  }
}
