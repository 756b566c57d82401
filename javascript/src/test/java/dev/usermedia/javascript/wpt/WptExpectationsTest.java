package dev.usermedia.javascript.wpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WptExpectationsTest {
  private static WptResult result(String status, WptResult.Subtest... subtests) {
    return new WptResult(
        new WptTest("/a.html", true, false), status, "", List.of(subtests), List.of(), 1);
  }

  @Test
  void onlyFailuresWithAReasonAreExpected() {
    WptExpectations expectations =
        WptExpectations.parse(
            "# remark\n/a.html :: x :: y :: stale, see 4.3\n/b.html :: * :: none");

    assertThat(
            expectations.differences(
                result(
                    "OK",
                    new WptResult.Subtest("x :: y", "FAIL", ""),
                    new WptResult.Subtest("z", "TIMEOUT", "slow"))))
        .containsExactly("/a.html: TIMEOUT z: slow");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WptExpectations.parse("/a.html :: x :: "));
  }

  @Test
  void aPageThatDoesNotEndIsADifference() {
    assertThat(WptExpectations.none().differences(result("TIMEOUT"))).hasSize(1);
    assertThat(WptExpectations.parse("/a.html :: * :: manual").differences(result("TIMEOUT")))
        .isEmpty();
  }

  @Test
  void whatWasExpectedAndDidNotComeIsADifference() {
    WptExpectations expectations =
        WptExpectations.parse(
            "/a.html :: x :: reason\n/a.html :: gone :: reason\n/b.html :: y :: reason");

    assertThat(expectations.differences(result("OK", new WptResult.Subtest("x", "PASS", ""))))
        .containsExactly(
            "/a.html: PASS x, which was expected to fail",
            "/a.html: expected to fail, did not: gone");
    assertThat(
            WptExpectations.parse("/a.html :: * :: reason")
                .differences(result("OK", new WptResult.Subtest("x", "PASS", ""))))
        .hasSize(1);
    assertThat(
            WptExpectations.parse("/a.html :: (harness) :: reason")
                .differences(result("ERROR", new WptResult.Subtest("x", "FAIL", "no"))))
        .containsExactly("/a.html: FAIL x: no");
  }

  @Test
  void whatDoesNotAlwaysPassMayDoEither() {
    WptExpectations expectations = WptExpectations.parse("/a.html :: x :: not always: noise");

    assertThat(expectations.differences(result("OK", new WptResult.Subtest("x", "PASS", ""))))
        .isEmpty();
    assertThat(expectations.differences(result("OK", new WptResult.Subtest("x", "FAIL", ""))))
        .isEmpty();
    assertThat(expectations.fails("/a.html", "x")).isTrue();
  }
}
