package dev.usermedia.linux.internal.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A System V shared memory segment. It is marked for removal as soon as it is mapped here, so that
 * the kernel frees it with its last mapping however this process ends; Linux lets others attach to
 * it by its number all the same (shmctl(2), {@code IPC_RMID}).
 *
 * @param id what another process of this machine attaches with
 * @param memory the bytes, zeroed, valid for as long as the arena that it was made in
 */
public record SharedMemory(int id, MemorySegment memory) {
  private static final int IPC_PRIVATE = 0;
  private static final int IPC_RMID = 0;
  private static final int IPC_STAT = 2;
  private static final int OWNER_READS_AND_WRITES = 0600;

  /**
   * {@code struct shmid_ds} of 64-bit Linux: permissions (48 bytes), size (8), three times (24),
   * two process ids (8), then the number of mappings.
   */
  private static final long SHMID_DS_BYTES = 112;

  private static final long SHM_NATTCH_OFFSET = 88;

  private static final MethodHandle SHMGET =
      Libc.function("shmget", FunctionDescriptor.of(JAVA_INT, JAVA_INT, Libc.SIZE_T, JAVA_INT));
  private static final MethodHandle SHMAT =
      Libc.function("shmat", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SHMDT =
      Libc.function("shmdt", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
  private static final MethodHandle SHMCTL =
      Libc.function("shmctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

  /**
   * Makes a segment.
   *
   * @param arena unmaps the segment when it is closed
   */
  public static SharedMemory create(long sizeBytes, Arena arena) throws ErrnoException {
    int id =
        (int)
            Libc.call(
                "shmget",
                state ->
                    (int)
                        SHMGET.invokeExact(state, IPC_PRIVATE, sizeBytes, OWNER_READS_AND_WRITES));
    try {
      long address =
          Libc.call("shmat", state -> (long) SHMAT.invokeExact(state, id, MemorySegment.NULL, 0));
      MemorySegment memory =
          MemorySegment.ofAddress(address)
              .reinterpret(sizeBytes, arena, mapped -> detach(mapped.address()));
      return new SharedMemory(id, memory);
    } finally {
      // also when it could not be mapped; without a mapping it goes at once
      control(id, IPC_RMID, MemorySegment.NULL);
    }
  }

  /** How many mappings there are in all processes, this one's included. */
  public long mappings() throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(SHMID_DS_BYTES, JAVA_LONG.byteAlignment());
      control(id, IPC_STAT, status);
      return status.get(JAVA_LONG, SHM_NATTCH_OFFSET);
    }
  }

  private static void control(int id, int command, MemorySegment argument) throws ErrnoException {
    var _ = Libc.call("shmctl", state -> (int) SHMCTL.invokeExact(state, id, command, argument));
  }

  private static void detach(long address) {
    try {
      var _ = Libc.call("shmdt", state -> (int) SHMDT.invokeExact(state, address));
    } catch (ErrnoException e) {
      throw new AssertionError(e); // an address that is not mapped
    }
  }
}
