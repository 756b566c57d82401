package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.usermedia.DOMException;
import dev.usermedia.webrtc.RTCConfiguration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * libwebrtc in this process: loaded with the first connection, and without threads while there is
 * none. There is one, as there is one library: what it does is done by one thread of its own, one
 * thing after the other.
 *
 * <p>Safe for use from any thread but that one.
 */
public final class Natives {
  private static final Natives SHARED = new Natives();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("usermedia webrtc").factory());

  /**
   * Held for reading by those who push media, for writing by the thread: libwebrtc goes through a
   * sound source's listeners without a lock, while the same library adds and removes them.
   */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

  private final Set<NativePeer> open = ConcurrentHashMap.newKeySet();

  // ---- of the thread ----

  private @Nullable Throwable unavailable;
  private @Nullable Factory factory;
  private boolean isHooked;

  private Natives() {}

  private record Factory(PeerConnectionFactory peers, HeadlessAudioDeviceModule audio) {}

  /** The one of this process. Nothing is loaded by asking for it. */
  public static Natives shared() {
    return SHARED;
  }

  /**
   * Makes a connection.
   *
   * @param events told of what happens to it, on the thread
   * @throws DOMException {@code NotSupportedError} if this machine cannot
   */
  public NativePeer connect(RTCConfiguration configuration, PeerEvents events) {
    return call(
        () -> {
          try {
            NativePeer peer = new NativePeer(this, factory(), configuration, events);
            open.add(peer);
            return peer;
          } finally {
            disposeIfIdle();
          }
        });
  }

  /**
   * Asks the library something that needs no connection.
   *
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections
   */
  <T> T ask(Function<PeerConnectionFactory, T> question) {
    return call(
        () -> {
          try {
            return question.apply(factory());
          } finally {
            disposeIfIdle();
          }
        });
  }

  // ---- turns ----

  /** Does something on the thread and waits for it, which takes milliseconds. */
  <T> T call(Callable<T> steps) {
    return Waiting.uninterruptibly(submit(steps));
  }

  /** Does something on the thread. */
  <T> CompletableFuture<T> submit(Callable<T> steps) {
    CompletableFuture<T> done = new CompletableFuture<>();
    thread.execute(
        () -> {
          gate.writeLock().lock();
          try {
            keepRecording();
            done.complete(steps.call());
          } catch (Throwable failure) {
            done.completeExceptionally(failure);
          } finally {
            gate.writeLock().unlock();
          }
        });
    return done;
  }

  /** From callbacks of the library, which must neither wait nor throw. */
  void post(Runnable steps) {
    var _ =
        submit(
                () -> {
                  steps.run();
                  return null;
                })
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    log().log(System.Logger.Level.ERROR, "in a callback of libwebrtc", failure);
                  }
                });
  }

  /** Runs a callback of the library, which must not throw into it: the process would end. */
  static void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      log().log(System.Logger.Level.ERROR, "in a callback of libwebrtc", failure);
    }
  }

  /** Hands media to a source of the library while the thread does nothing. */
  <T> void push(T media, Consumer<T> steps) {
    gate.readLock().lock();
    try {
      steps.accept(media);
    } finally {
      gate.readLock().unlock();
    }
  }

  // ---- on the thread ----

  void closed(NativePeer peer) {
    open.remove(peer);
    disposeIfIdle();
  }

  private PeerConnectionFactory factory() {
    if (unavailable != null) {
      throw notSupported(unavailable);
    }
    try {
      if (factory == null) {
        HeadlessAudioDeviceModule audio = new HeadlessAudioDeviceModule();
        // a source of sound that comes while the module does not record ends the process
        audio.initRecording();
        audio.startRecording();
        factory = new Factory(new PeerConnectionFactory(audio), audio);
      }
      if (!isHooked) {
        isHooked = true;
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "usermedia webrtc exit"));
      }
      return factory.peers();
    } catch (RuntimeException | Error failure) {
      unavailable = failure;
      throw notSupported(failure);
    }
  }

  /** The library stops recording with the last sender of sound, and the next would find it so. */
  private void keepRecording() {
    if (factory != null) {
      factory.audio().startRecording();
    }
  }

  /** Its threads are no daemons: they would keep a process from ending. */
  private void disposeIfIdle() {
    Factory idle = factory;
    if (idle == null || !open.isEmpty()) {
      return;
    }
    factory = null;
    idle.audio().stopRecording();
    idle.audio().stopPlayout();
    released("the factory", idle.peers()::dispose);
    released("the audio module", idle.audio()::dispose);
  }

  /** Lets a native object go once; others may hold it still, which the binding calls an error. */
  static void released(String what, Runnable dispose) {
    try {
      dispose.run();
    } catch (Error | RuntimeException heldElsewhere) {
      log().log(System.Logger.Level.TRACE, what + " is held elsewhere", heldElsewhere);
    }
  }

  private void closeAll() {
    open.forEach(NativePeer::close);
  }

  private static DOMException notSupported(Throwable cause) {
    return new DOMException(
        "this machine cannot make peer connections: "
            + cause.getMessage()
            + ". They need Linux on x86_64 with the packages libpulse0 libudev1 libx11-6 libxfixes3"
            + " libxrandr2 libxcomposite1 libdbus-1-3, and the jar webrtc-java with the classifier"
            + " linux-x86_64 on the class path",
        "NotSupportedError",
        cause);
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.webrtc");
  }
}
