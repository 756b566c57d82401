package dev.usermedia.app.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.testkit.FakeMedia;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever text comes in, out comes a TypeError or an answer, and soon. */
class ConstraintDoorTest {
  private static final int DOCUMENTS = Integer.getInteger("door.documents", 100_000);
  private static final int WARM = 3_000;
  private static final long SEED = 20_251_009;

  /** In time on the processor, which a busy machine does not lengthen. */
  private static final long LIMIT_NS = 10_000_000;

  @RegisterExtension final FakeMedia media = FakeMedia.create();

  private enum Outcome {
    /** No JSON: what the Web's {@code JSON.parse} refuses before any constraint is read. */
    SYNTAX_ERROR,
    TYPE_ERROR,
    OVERCONSTRAINED,
    SETTINGS
  }

  @Test
  @Timeout(300)
  void mutatedDocumentsAreATypeErrorOrAnAnswerWithinTenMilliseconds() {
    MediaStreamTrack track =
        media
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().video(true).build())
            .getVideoTracks()
            .getFirst();
    MutatedDocuments documents = new MutatedDocuments(SEED);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = -WARM; i < DOCUMENTS; i++) {
      String text = documents.next();
      long start = threads.getCurrentThreadCpuTime();
      Outcome outcome = outcome(text, track);
      long took = threads.getCurrentThreadCpuTime() - start;
      if (i >= 0) {
        outcomes.merge(outcome, 1, Integer::sum);
        if (took > LIMIT_NS) {
          // Compilation and collection cost the thread as well: what is slow is slow again.
          assertThat(quickest(text, track, threads))
              .as("ns for document %s of seed %s: %s", i, SEED, text)
              .isLessThanOrEqualTo(LIMIT_NS);
        }
      }
    }
    System.out.println("seed " + SEED + ": " + outcomes);
    // Documents that all end alike would prove little.
    for (Outcome outcome : Outcome.values()) {
      assertThat(outcomes.getOrDefault(outcome, 0))
          .as("%s", outcome)
          .isGreaterThan(DOCUMENTS / 100);
    }
  }

  private static long quickest(String text, MediaStreamTrack track, ThreadMXBean threads) {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = threads.getCurrentThreadCpuTime();
      outcome(text, track);
      quickest = Math.min(quickest, threads.getCurrentThreadCpuTime() - start);
    }
    return quickest;
  }

  /** Anything else that is thrown fails the test. */
  private static Outcome outcome(String text, MediaStreamTrack track) {
    MediaTrackConstraints constraints;
    try {
      constraints = ConstraintText.parse("--video", text, MediaKind.VIDEO, warning -> {});
    } catch (CommandException e) {
      return switch (e.name()) {
        case "SyntaxError" -> Outcome.SYNTAX_ERROR;
        case "TypeError" -> Outcome.TYPE_ERROR;
        default -> throw e;
      };
    }
    try {
      track.applyConstraints(constraints);
      return Outcome.SETTINGS;
    } catch (OverconstrainedError e) {
      return Outcome.OVERCONSTRAINED;
    }
  }
}
