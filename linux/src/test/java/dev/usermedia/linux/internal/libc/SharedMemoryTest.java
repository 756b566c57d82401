package dev.usermedia.linux.internal.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
  private static final int SIZE_BYTES = 1_000_003;

  @Test
  void aSegmentIsMappedUntilItsArenaIsClosedAndMarkedForRemovalFromTheStart() throws Exception {
    int id;
    try (Arena arena = Arena.ofShared()) {
      SharedMemory memory = SharedMemory.create(SIZE_BYTES, arena);
      id = memory.id();
      assertThat(memory.memory().byteSize()).isEqualTo(SIZE_BYTES);
      assertThat(memory.memory().get(ValueLayout.JAVA_BYTE, SIZE_BYTES - 1)).isZero();
      memory.memory().set(ValueLayout.JAVA_BYTE, SIZE_BYTES - 1, (byte) 42);
      assertThat(memory.memory().get(ValueLayout.JAVA_BYTE, SIZE_BYTES - 1)).isEqualTo((byte) 42);
      assertThat(memory.mappings()).isEqualTo(1);
      // the kernel's table: permissions with the mark for removal, and the size
      assertThat(lines(id)).singleElement().asString().contains(" 1600 ").contains(" 1000003 ");
    }
    assertThat(lines(id)).isEmpty();
  }

  @Test
  void aFailureCarriesTheFunctionAndItsErrno() {
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> SharedMemory.create(0, arena))
          .isInstanceOfSatisfying(
              ErrnoException.class,
              e -> {
                assertThat(e.function()).isEqualTo("shmget");
                assertThat(e.errno()).isEqualTo(22); // EINVAL
              });
    }
  }

  private static List<String> lines(int id) throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("/proc/sysvipc/shm"))) {
      return lines
          .skip(1)
          .filter(line -> line.strip().split("\\s+", -1)[1].equals(Integer.toString(id)))
          .toList();
    }
  }
}
