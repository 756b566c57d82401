package dev.usermedia.app.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLogTest {
  private final CommandLog log = new CommandLog();
  private final System.Logger logger = log.getLogger("room", getClass().getModule());
  private final List<String> told = new ArrayList<>();

  @Test
  void warningsAreHeldBackUntilTheyAreReleasedAndThenToldAtOnce() {
    logger.log(Level.INFO, "not for a user");
    logger.log(Level.WARNING, "no devices of {0}", "pulse");
    assertThat(told).isEmpty();
    log.release(told::add);
    logger.log(Level.ERROR, "decoding", new IllegalStateException("bad data"));
    assertThat(told).containsExactly("no devices of pulse", "decoding: bad data");
  }

  @Test
  void whatWasHeldBackCanBecomePartOfAnError() {
    logger.log(Level.WARNING, "a reason");
    assertThat(log.take()).containsExactly("a reason");
    log.release(told::add);
    assertThat(told).isEmpty();
  }
}
