package dev.usermedia.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that the system keeps in memory, so that who reads it after somebody else has no
 * advantage: what a machine reads from a disk costs CPU too, three times that of reading it from
 * memory. Every page is touched once too: in a virtual machine the first touch of a page that a
 * disk has filled costs ten times the reading, and it would be the first recorder's. Where the
 * process may not lock so much memory, the touching is all.
 */
final class PinnedFile implements AutoCloseable {
  private final Arena arena = Arena.ofShared();

  PinnedFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      Linker linker = Linker.nativeLinker();
      MethodHandle mlock =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("mlock"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
      if ((int) mlock.invokeExact(all, all.byteSize()) != 0) {
        System.out.println("# " + file + " cannot be locked in memory: it may be read from a disk");
      }
      all.load();
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e); // a downcall throws nothing
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
