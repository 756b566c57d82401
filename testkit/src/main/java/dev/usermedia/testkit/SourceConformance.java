package dev.usermedia.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usermedia.DOMException;
import dev.usermedia.Registration;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.testkit.CapturedOutput.Delivery;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What every driver promises, as JUnit tests: extend it, say which driver and device, and run it.
 * Drivers whose devices a test can pull out extend {@link UnpluggableSourceConformance}.
 *
 * <p>The tests run in real time on the clock that the driver is given.
 */
public abstract non-sealed class SourceConformance extends SourceHarness {
  private static final long SPAN_US = 500_000;

  /** For the tests of a driver to extend. */
  protected SourceConformance() {}

  @Test
  void devicesAreListedWithTheirModes() throws Exception {
    List<SourceDevice> devices = driver().devices();
    Set<String> ids = new HashSet<>();
    for (SourceDevice listed : devices) {
      assertEquals(driver().name(), listed.driver());
      assertTrue(ids.add(listed.hardwareId()), () -> "two devices are " + listed.hardwareId());
      assertFalse(listed.label().isBlank(), "a device without a label");
      assertEquals(
          listed.kind() == SourceKind.SPEAKER, listed.modes().isEmpty(), listed.toString());
      for (SourceMode mode : listed.modes()) {
        assertEquals(listed.kind().isVideo(), mode instanceof VideoMode, listed.toString());
      }
    }
    assertEquals(devices, driver().devices(), "a second look");
    assertEquals("", driver().unavailable());
  }

  @Test
  void aWatchIsTakenBackTwice() {
    Registration watch = driver().watch(() -> {});
    watch.close();
    watch.close();
  }

  @Test
  void anUnknownDeviceIsNotFound() {
    SourceDevice unknown =
        new SourceDevice(
            driver().name(),
            "no such device",
            device().kind(),
            "None",
            "",
            false,
            device().modes());
    SourceException refusal =
        assertThrows(SourceException.class, () -> driver().open(unknown, clock()));
    assertEquals(SourceException.Kind.NOT_FOUND, refusal.kind());
  }

  @Test
  void aSourceThatWasNeverStartedCloses() throws Exception {
    Source source = open();
    close(source);
    close(source);
  }

  @Test
  void deliversWhatTheModeSays() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    long startUs = clock().nowUs();
    source.start(settings(device()), output);
    List<Delivery> deliveries = output.takeSpan(SPAN_US);
    close(source);
    ConformanceChecks.deliveredAs(settings(device()).mode(), deliveries);
    ConformanceChecks.capturedAt(startUs, deliveries);
  }

  @Test
  void deliversOnOneThreadOfItsOwn() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    Thread thread = output.take().thread();
    assertNotSame(Thread.currentThread(), thread);
    assertTrue(thread.getName().startsWith("usermedia "), thread.getName());
    for (Delivery delivery : output.take(5)) {
      assertEquals(thread, delivery.thread());
    }
    close(source);
  }

  @Test
  void nothingIsDeliveredAfterCloseReturned() throws Exception {
    Map<CapturedOutput, Integer> counts = new LinkedHashMap<>();
    for (int round = 0; round < rounds(); round++) {
      CapturedOutput output = new CapturedOutput(clock());
      Source source = open();
      source.start(settings(device()), output);
      output.take(round % 3); // closed at once, or between deliveries
      close(source);
      counts.put(output, output.count());
    }
    clock().awaitUs(clock().nowUs() + SPAN_US / 2);
    counts.forEach(
        (output, count) -> {
          assertEquals(count, output.count());
          assertEquals(0, output.endings(), "closing is no end of the device");
        });
  }

  @Test
  void closesWhileDelivering() throws Exception {
    for (int round = 0; round < rounds(); round++) {
      Source source = open();
      Thread closer = new Thread(source::close, "closer");
      Queue<String> late = new ConcurrentLinkedQueue<>();
      CapturedOutput output =
          new CapturedOutput(
              clock(),
              delivery -> {
                if (closer.getState() == Thread.State.NEW) {
                  closer.start();
                } else if (!closer.isAlive()) {
                  late.add("delivered after close returned");
                }
              });
      source.start(settings(device()), output);
      output.take();
      ConformanceChecks.join(closer);
      assertTrue(late.isEmpty(), late::toString);
    }
  }

  @Test
  void closesFromWithinADelivery() throws Exception {
    Source source = open();
    CapturedOutput output = new CapturedOutput(clock(), delivery -> source.close());
    source.start(settings(device()), output);
    output.take();
    close(source);
    clock().awaitUs(clock().nowUs() + 100_000);
    assertEquals(1, output.count(), "the delivery that closes is the last");
  }

  @Test
  void closesTwiceAndFromSeveralThreadsAtOnce() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    output.take();
    List<Thread> closers =
        List.of(new Thread(source::close), new Thread(source::close), new Thread(source::close));
    closers.forEach(Thread::start);
    for (Thread closer : closers) {
      ConformanceChecks.join(closer);
    }
    close(source);
  }

  @Test
  void anInterruptedThreadClosesToo() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    output.take();
    Thread.currentThread().interrupt();
    source.close();
    assertTrue(Thread.interrupted(), "the interrupt was swallowed");
    int count = output.count();
    clock().awaitUs(clock().nowUs() + 100_000);
    assertEquals(count, output.count());
  }

  @Test
  void aClosedFrameRefusesToBeRead() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    Delivery first = output.take();
    close(source);
    DOMException refusal =
        assertThrows(DOMException.class, () -> ConformanceChecks.checksum(first.handle()));
    assertEquals("InvalidStateError", refusal.name());
  }

  @Test
  void startsOnceAndNotAfterClose() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    assertThrows(
        IllegalStateException.class, () -> source.reconfigure(settings(device())), "before start");
    source.start(settings(device()), output);
    assertThrows(IllegalStateException.class, () -> source.start(settings(device()), output));
    output.take(2);
    close(source);
    assertThrows(IllegalStateException.class, () -> source.start(settings(device()), output));
    assertThrows(IllegalStateException.class, () -> source.reconfigure(settings(device())));
  }

  @Test
  void refusesAModeThatItDoesNotHaveAndStaysOpen() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    for (SourceMode foreign : ConformanceChecks.foreignModes(settings(device()).mode())) {
      assertThrows(
          SourceException.class,
          () -> source.start(SourceSettings.of(foreign), output),
          foreign::toString);
    }
    source.start(settings(device()), output);
    output.take();
    close(source);
  }

  @Test
  void reconfiguresInOrder() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    List<Delivery> before = output.take(3);
    SourceSettings other = otherSettings(device());
    source.reconfigure(other);
    // what was under way, and a first frame that is late because the device had to restart
    output.skipUntil(clock().nowUs() + 200_000);
    List<Delivery> after = output.takeSpan(SPAN_US);
    close(source);
    ConformanceChecks.deliveredAs(settings(device()).mode(), before);
    ConformanceChecks.deliveredAs(other.mode(), after);
  }

  @Test
  void aRefusedReconfigurationChangesNothing() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    output.take(2);
    for (SourceMode foreign : ConformanceChecks.foreignModes(settings(device()).mode())) {
      assertThrows(SourceException.class, () -> source.reconfigure(SourceSettings.of(foreign)));
    }
    List<Delivery> after = output.takeSpan(SPAN_US);
    close(source);
    ConformanceChecks.deliveredAs(settings(device()).mode(), after);
  }

  @Test
  void keptFramesOutliveTheSource() throws Exception {
    Queue<AutoCloseable> kept = new ConcurrentLinkedQueue<>();
    Queue<Long> checksums = new ConcurrentLinkedQueue<>();
    CapturedOutput output =
        new CapturedOutput(
            clock(),
            delivery -> {
              if (kept.size() < 2) {
                checksums.add(ConformanceChecks.checksum(delivery.handle()));
                kept.add(
                    switch (delivery.handle()) {
                      case VideoFrame frame -> frame.clone();
                      case AudioData data -> data.clone();
                      default -> throw new AssertionError(delivery.handle());
                    });
              }
            });
    Source source = open();
    source.start(settings(device()), output);
    output.take(5);
    close(source);
    driver().close();
    var memory = kept.stream().map(ConformanceChecks::memory).toList();
    assertEquals(List.copyOf(checksums), kept.stream().map(ConformanceChecks::checksum).toList());
    for (AutoCloseable frame : kept) {
      frame.close();
    }
    if (memoryGoesWithTheLastFrame()) {
      memory.forEach(ConformanceChecks::isLetGo);
    }
  }

  @Test
  void aSlowConsumerLosesFramesAndTheyAreCounted() throws Exception {
    AtomicBoolean heldUp = new AtomicBoolean();
    CapturedOutput output =
        new CapturedOutput(
            clock(),
            delivery -> {
              if (heldUp.compareAndSet(false, true)) {
                ConformanceChecks.holdUp(clock(), 700_000);
              }
            });
    Source source = open();
    source.start(settings(device()), output);
    List<Delivery> deliveries = output.takeSpan(700_000 + SPAN_US);
    close(source);
    ConformanceChecks.deliveredAs(settings(device()).mode(), deliveries);
  }

  @Test
  void aConsumerThatThrowsHarmsOnlyItself() throws Exception {
    CapturedOutput output =
        new CapturedOutput(
            clock(),
            delivery -> {
              throw new IllegalArgumentException("thrown by the test's consumer");
            });
    Source source = open();
    source.start(settings(device()), output);
    Delivery first = output.take();
    close(source);
    assertThrows(DOMException.class, () -> ConformanceChecks.checksum(first.handle()));

    CapturedOutput next = new CapturedOutput(clock());
    Source again = open();
    again.start(settings(device()), next);
    next.take(3);
    close(again);
  }
}
