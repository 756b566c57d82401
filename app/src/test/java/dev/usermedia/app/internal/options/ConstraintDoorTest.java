package dev.usermedia.app.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.testkit.FakeMedia;
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

  private static final long LIMIT_NS = 10_000_000;

  /** What is slow is slow each time; what was only in the way of a busy machine is not. */
  private static final int TRIES = 10;

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
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = -WARM; i < DOCUMENTS; i++) {
      String text = documents.next();
      long start = System.nanoTime();
      Outcome outcome = outcome(text, track);
      long took = System.nanoTime() - start;
      if (i >= 0) {
        outcomes.merge(outcome, 1, Integer::sum);
        if (took > LIMIT_NS) {
          assertThat(quickest(text, track))
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

  private static long quickest(String text, MediaStreamTrack track) {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      outcome(text, track);
      quickest = Math.min(quickest, System.nanoTime() - start);
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
