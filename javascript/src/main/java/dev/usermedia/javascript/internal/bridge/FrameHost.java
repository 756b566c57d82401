package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.graalvm.polyglot.HostAccess.Export;

/** The devices of a frame, until its document is gone. */
public final class FrameHost {
  private final MediaContext context;
  private final MediaHost media;
  private final AtomicBoolean closed = new AtomicBoolean();

  FrameHost(MediaContext context, Function<MediaContext, MediaHost> host) {
    this.context = context;
    this.media = host.apply(context);
  }

  @Export
  public MediaHost media() {
    return media;
  }

  /** Stops the document's tracks. Waits for the devices, so not on the script's thread. */
  @Export
  public void close() {
    if (!closed.getAndSet(true)) {
      Thread.ofVirtual().name("usermedia frame closing").start(context::close);
    }
  }
}
