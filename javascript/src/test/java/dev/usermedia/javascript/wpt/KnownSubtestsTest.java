package dev.usermedia.javascript.wpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSubtestsTest {
  private static final KnownSubtests KNOWN =
      KnownSubtests.parse("# remark\n/d/a.html\nPF x\nP- y\\nz\n/d/b.html\nFT w\n/e.html\nPP v\n");

  private static WptResult result(String page, WptResult.Subtest... subtests) {
    return new WptResult(new WptTest(page, true, false), "OK", "", List.of(subtests), List.of(), 1);
  }

  @Test
  void aSetUpThatFailsDoesNotShrinkTheDenominator() {
    WptResult complete =
        KNOWN.complete(result("/d/a.html", new WptResult.Subtest("set up", "FAIL", "no")));

    assertThat(complete.subtests())
        .extracting(WptResult.Subtest::name)
        .containsExactly("set up", "x", "y\nz");
    assertThat(complete.passed()).isZero();
    assertThat(KNOWN.unknown(complete)).containsExactly("set up");
    assertThat(KNOWN.unknown(result("/new.html", new WptResult.Subtest("a", "PASS", ""))))
        .isEmpty();
  }

  @Test
  void ofSeveralSubtestsOfOneNameThereIsOneThatPassedIfAllDid() {
    WptResult.Subtest passed = new WptResult.Subtest("w", "PASS", "");
    WptResult.Subtest failed = new WptResult.Subtest("w", "FAIL", "no");

    assertThat(KNOWN.complete(result("/d/b.html", passed, failed)).subtests())
        .containsExactly(failed);
    assertThat(KNOWN.complete(result("/d/b.html", failed, passed)).subtests())
        .containsExactly(failed);
    assertThat(KNOWN.complete(result("/d/b.html", passed, passed)).subtests())
        .containsExactly(passed);
  }

  @Test
  void pagesThatAreNotThereCountToo() {
    List<WptResult> missing = KNOWN.missing("d", List.of(new WptTest("/d/a.html", true, false)));

    assertThat(missing).extracting(result -> result.test().path()).containsExactly("/d/b.html");
    assertThat(missing.getFirst().subtests()).hasSize(1);
    assertThat(WptExpectations.none().differences(missing.getFirst())).hasSize(2);
  }

  @Test
  void whatIsKeptIsExpectedOfPagesThatAreKnown() {
    KnownSubtests kept = KnownSubtests.kept();
    WptExpectations expectations = WptExpectations.kept();

    assertThat(kept.pages()).hasSizeGreaterThan(100);
    assertThat(expectations.pages())
        .allSatisfy(
            page ->
                assertThat(expectations.of(page).keySet())
                    .allMatch(
                        name ->
                            name.equals("*")
                                || name.equals(KnownSubtests.HARNESS)
                                || kept.names(page).contains(name)));
  }
}
