package dev.usermedia.codecs.internal.ffmpeg;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;

/** A JavaCPP pointer to memory that JavaCPP did not hand out and will not free. */
public final class NativeAddress extends Pointer {
  /** A pointer to an address; cast it by passing it to another pointer class's constructor. */
  public NativeAddress(long address) {
    this.address = address;
  }

  /** A pointer to where a native segment begins. */
  public static NativeAddress of(MemorySegment segment) {
    return new NativeAddress(segment.address());
  }
}
