package dev.usermedia.idl.coverage;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A Java side with all of the made-up IDL. */
final class WholeSide {
  private WholeSide() {}

  public static class Base {}

  public static final class Thing extends Base {
    public static final int LIMIT = 3;

    public Thing(String name) {}

    public String name() {
      return "";
    }

    public boolean open() {
      return true;
    }

    public void open(boolean nowOpen) {}

    public Registration onchange(Runnable listener) {
      return new Registration();
    }

    public void shut(List<ThingOptions> options) {}

    public ThingReport report() {
      return new ThingReport("");
    }

    public String ask(String question) {
      return "";
    }

    public CompletableFuture<String> askAsync(String question) {
      return CompletableFuture.completedFuture("");
    }

    public int weight() {
      return 0;
    }
  }

  public record Registration() {}

  public record ThingBase(boolean old) {}

  /** Answers need no builder that sets each member. */
  public record ThingReport(String text) {
    public static final class Builder {}
  }

  public record ThingOptions(String colour, int size, boolean old) {
    public static final class Builder {
      public Builder old(boolean old) {
        return this;
      }

      public Builder colour(String colour) {
        return this;
      }

      public Builder size(int size) {
        return this;
      }
    }
  }

  public enum ThingState {
    HALF_OPEN("half-open"),
    SHUT("shut");

    private final String value;

    ThingState(String value) {
      this.value = value;
    }

    public String value() {
      return value;
    }
  }

  public record ThingOrNumber() {}

  public record ThingCallback() {}
}
