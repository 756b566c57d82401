package dev.usermedia.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usermedia.Registration;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every driver promises whose devices can go and come while in use. */
public abstract class UnpluggableSourceConformance extends SourceConformance {
  /** For the tests of a driver to extend. */
  protected UnpluggableSourceConformance() {}

  /** Takes the device away, as if its cable were pulled. */
  protected abstract void unplug(SourceDevice device) throws Exception;

  /** Brings the device back that was taken away. */
  protected abstract void replug(SourceDevice device) throws Exception;

  @Test
  void anUnpluggedDeviceEndsItsSourceOnce() throws Exception {
    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device()), output);
    output.take(2);
    unplug(device());
    assertTrue(output.awaitEnded(), "the source did not end");
    int count = output.count();
    close(source);
    close(source);
    assertEquals(count, output.count(), "delivered after the end");
    assertEquals(1, output.endings());
  }

  @Test
  void closesWhileBeingUnplugged() throws Exception {
    for (int round = 0; round < rounds(); round++) {
      CapturedOutput output = new CapturedOutput(clock());
      Source source = open();
      source.start(settings(device()), output);
      output.take();
      Thread closer = new Thread(source::close, "closer");
      closer.start();
      unplug(device());
      ConformanceChecks.join(closer);
      assertTrue(output.endings() <= 1, "ended twice");
      replug(device());
    }
  }

  @Test
  void anUnpluggedDeviceIsNotListedAndComesBackAsItself() throws Exception {
    SourceDevice device = device();
    Semaphore changes = new Semaphore(0);
    Registration watch = driver().watch(changes::release);
    unplug(device);
    awaitChangeUntilListed(changes, false);
    assertThrows(SourceException.class, this::open);
    replug(device);
    awaitChangeUntilListed(changes, true);
    watch.close();

    CapturedOutput output = new CapturedOutput(clock());
    Source source = open();
    source.start(settings(device), output);
    output.take();
    close(source);
  }

  private void awaitChangeUntilListed(Semaphore changes, boolean listed) throws Exception {
    do {
      assertTrue(
          changes.tryAcquire(CapturedOutput.PATIENCE.toSeconds(), TimeUnit.SECONDS),
          "no change was told of");
    } while (isListed() != listed);
  }

  private boolean isListed() throws SourceException {
    return driver().devices().stream().anyMatch(d -> d.hardwareId().equals(device().hardwareId()));
  }
}
