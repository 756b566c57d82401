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
  void whatWasExpectedAndDidNotComeIsTold() {
    WptExpectations expectations = WptExpectations.parse("/a.html :: x :: reason");
    WptResult passed = result("OK", new WptResult.Subtest("x", "PASS", ""));

    assertThat(expectations.differences(passed)).isEmpty();
    assertThat(expectations.unused(List.of(passed))).containsExactly("/a.html :: x");
  }
}
