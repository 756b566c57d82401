package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.NativeAddress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
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
    MemorySegment write =
        stub(
            "write",
            MethodType.methodType(int.class, long.class, MemorySegment.class, int.class),
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT));
    MemorySegment seek =
        output.isSeekable()
            ? stub(
                "seek",
                MethodType.methodType(long.class, long.class, long.class, int.class),
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT))
            : MemorySegment.NULL;
    Pointer buffer = avutil.av_malloc(BUFFER_BYTES);
    MethodHandle allocate =
        FFmpeg.function(
            "avio_alloc_context",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS));
    long address;
    try {
      address =
          (long)
              allocate.invokeExact(
                  buffer.address(), BUFFER_BYTES, 1, 0L, MemorySegment.NULL, write, seek);
    } catch (Throwable e) {
      throw new AssertionError(e); // a downcall throws nothing
    }
    context = new AVIOContext(new NativeAddress(address));
  }

  private MemorySegment stub(String method, MethodType type, FunctionDescriptor descriptor) {
    try {
      MethodHandle target = MethodHandles.lookup().bind(this, method, type);
      return Linker.nativeLinker().upcallStub(target, descriptor, arena);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  AVIOContext context() {
    return context;
  }

  /** Why the output was given up, if it was. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Called by FFmpeg. An exception here would end the process. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through its handle
  private int write(long opaque, MemorySegment bytes, int size) {
    if (failure != null) {
      return EIO;
    }
    try {
      output.write(bytes.reinterpret(size).asByteBuffer());
      return size;
    } catch (Throwable e) {
      fail(e);
      return EIO;
    }
  }

  /** Called by FFmpeg. An exception here would end the process. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through its handle
  private long seek(long opaque, long offset, int whence) {
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
