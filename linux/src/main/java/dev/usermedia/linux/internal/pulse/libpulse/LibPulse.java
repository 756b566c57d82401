package dev.usermedia.linux.internal.pulse.libpulse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/** The library itself: whether it is there, and handles on its functions. */
public final class LibPulse {
  /** {@code PA_INVALID_INDEX}: no object. */
  public static final int INVALID_INDEX = -1;

  private static final String SONAME = "libpulse.so.0";
  private static final Loaded LOADED = load();

  private record Loaded(Optional<SymbolLookup> symbols, String missing) {}

  private LibPulse() {}

  /** Why the library cannot be called, for a person to read; empty if it can. */
  public static String missing() {
    return LOADED.missing();
  }

  /** The function's handle; without the library, one that throws {@link UnsatisfiedLinkError}. */
  static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LOADED
        .symbols()
        .flatMap(symbols -> symbols.find(name))
        .map(address -> Linker.nativeLinker().downcallHandle(address, descriptor))
        .orElseGet(() -> unlinked(name, descriptor));
  }

  /** What a downcall threw, none of which is checked. */
  static RuntimeException unchecked(Throwable thrown) {
    switch (thrown) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }

  /** A C string, or "" for a null pointer. */
  static String string(MemorySegment pointer) {
    return pointer.equals(MemorySegment.NULL)
        ? ""
        : pointer.reinterpret(Long.MAX_VALUE).getString(0);
  }

  private static Loaded load() {
    try {
      return new Loaded(Optional.of(SymbolLookup.libraryLookup(SONAME, Arena.global())), "");
    } catch (IllegalArgumentException e) {
      return new Loaded(Optional.empty(), SONAME + " is not installed (Debian: libpulse0)");
    } catch (IllegalCallerException e) {
      return new Loaded(Optional.empty(), SONAME + " may not be loaded: " + e.getMessage());
    }
  }

  private static MethodHandle unlinked(String name, FunctionDescriptor descriptor) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError(name + " of " + SONAME);
    Class<?> type = descriptor.toMethodType().returnType();
    return MethodHandles.dropArguments(
        MethodHandles.throwException(type, UnsatisfiedLinkError.class).bindTo(error),
        0,
        descriptor.toMethodType().parameterList());
  }
}
