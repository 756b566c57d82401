package dev.usermedia.javascript.wpt;

import java.util.List;

/**
 * What became of a page.
 *
 * @param status of the harness: OK, ERROR, TIMEOUT, PRECONDITION_FAILED, or CRASH where this room
 *     failed
 * @param console what the page wrote or did not catch, for who looks into a failure
 */
public record WptResult(
    WptTest test,
    String status,
    String message,
    List<Subtest> subtests,
    List<String> console,
    long durationMs) {

  /**
   * One of the page's tests.
   *
   * @param status PASS, FAIL, TIMEOUT, NOTRUN or PRECONDITION_FAILED
   */
  public record Subtest(String name, String status, String message) {
    public boolean passed() {
      return status.equals("PASS");
    }
  }

  public WptResult {
    subtests = List.copyOf(subtests);
    console = List.copyOf(console);
  }

  /** How many subtests passed. */
  public long passed() {
    return subtests.stream().filter(Subtest::passed).count();
  }
}
