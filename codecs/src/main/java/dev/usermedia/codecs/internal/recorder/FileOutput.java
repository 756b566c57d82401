package dev.usermedia.codecs.internal.recorder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file, or whatever else a path leads to: a pipe or a device is written to from front to back.
 * After a write that fails there are no more, and the file ends where it last made sense; a file
 * that was made for the recording and never got any further is removed.
 */
public final class FileOutput implements ByteOutput {
  private final Path path;
  private final FileChannel channel;
  private final boolean seekable;
  private final boolean made;
  private long positionBytes;
  private volatile long sizeBytes; // asked by any thread
  private long markedBytes;
  private @Nullable IOException failure;

  /**
   * Opens the path for writing.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if a file is there and is not to be replaced
   * @throws IOException if the path cannot be written to
   */
  public FileOutput(Path path, boolean overwrite) throws IOException {
    this.path = path;
    boolean there = Files.exists(path);
    seekable = !there || Files.isRegularFile(path);
    made = !there;
    if (!seekable) {
      channel = FileChannel.open(path, StandardOpenOption.WRITE);
    } else if (overwrite) {
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING);
    } else {
      channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      while (bytes.hasRemaining()) {
        positionBytes += channel.write(bytes);
        sizeBytes = Math.max(sizeBytes, positionBytes);
      }
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public boolean isSeekable() {
    return seekable;
  }

  @Override
  public void seek(long positionBytes) throws IOException {
    channel.position(positionBytes);
    this.positionBytes = positionBytes;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public void mark() {
    markedBytes = sizeBytes;
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      if (failure != null && seekable) {
        channel.truncate(markedBytes);
        sizeBytes = Math.min(sizeBytes, markedBytes);
      }
    }
    if (made && seekable && sizeBytes == 0) {
      Files.deleteIfExists(path);
    }
  }
}
