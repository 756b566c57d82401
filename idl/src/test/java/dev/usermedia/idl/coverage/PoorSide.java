package dev.usermedia.idl.coverage;

import java.util.List;

/** A Java side that has nothing of the made-up IDL right. */
final class PoorSide {
  private PoorSide() {}

  public static class Base {}

  public static final class Thing {
    private Thing() {}

    public void name() {}

    public boolean open() {
      return true;
    }

    public void onchange(Runnable listener) {}

    public void shut(List<ThingOptions> options, int often) {}

    public String report() {
      return "";
    }

    public String ask(String question) {
      return "";
    }

    public String askAsync(String question) {
      return "";
    }
  }

  public record ThingBase(boolean old) {}

  public record ThingReport(String text) {}

  public record ThingOptions(String colour) {
    public static final class Builder {}
  }

  public enum ThingState {
    HALF_OPEN,
    AJAR;

    public String value() {
      return "half-open";
    }
  }
}
