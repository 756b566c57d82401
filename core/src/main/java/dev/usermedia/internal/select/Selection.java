package dev.usermedia.internal.select;

import java.util.List;

/** What {@link SelectSettings} answers. */
public sealed interface Selection {

  /**
   * At least one device fits.
   *
   * @param bestFirst the best settings of each device that fits, the best device first
   */
  record Ranked(List<Selected> bestFirst) implements Selection {
    /** The best. */
    public Selected best() {
      return bestFirst.getFirst();
    }
  }

  /**
   * No device fits.
   *
   * @param constraint the first required constraint, in the dictionary's order, that no settings
   *     dictionary of any device satisfies; empty if each is satisfied by some
   * @param refusals why each mode of each device was ruled out
   */
  record Failed(String constraint, List<Refusal> refusals) implements Selection {}
}
