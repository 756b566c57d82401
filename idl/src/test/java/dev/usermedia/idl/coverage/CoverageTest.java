package dev.usermedia.idl.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usermedia.idl.IdlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker itself, on made-up IDL: what is there is found, what is taken out is missed. */
class CoverageTest {
  private static final String IDL =
      """
      interface Base { };
      interface Thing : Base {
        constructor(DOMString name);
        readonly attribute DOMString name;
        attribute boolean open;
        attribute EventHandler onchange;
        undefined shut(optional sequence<ThingOptions> options = []);
        ThingReport report();
        Promise<DOMString> ask(DOMString question);
        const unsigned short LIMIT = 3;
      };
      partial interface Thing { readonly attribute long weight; };
      dictionary ThingOptions : ThingBase { DOMString colour = ""; required long size; };
      dictionary ThingBase { boolean old; };
      dictionary ThingReport { DOMString text; };
      enum ThingState { "half-open", "shut" };
      typedef (DOMString or long) ThingOrNumber;
      callback ThingCallback = undefined (Thing thing);
      """;

  /** A Java side without anything. */
  public static final class Nothing {}

  @Test
  void whatIsThereIsFound() {
    assertThat(findings(WholeSide.class)).isEmpty();
  }

  @Test
  void whatIsMissingOrOtherwiseIsMissed() {
    assertThat(findings(PoorSide.class))
        .extracting(Finding::toString)
        .containsExactly(
            "Thing: does not extend Base",
            "Thing(): no public constructor",
            "Thing.name: no name() of the right type",
            "Thing.open: no open(value)",
            "Thing.onchange: no onchange(listener) that registers",
            "Thing.shut: no shut with its parameters",
            "Thing.ask: no askAsync with its parameters",
            "Thing.LIMIT: no public field",
            "Thing.weight: no weight() of the right type",
            "ThingOptions.colour: no colour(value) in its Builder",
            "ThingOptions.size: no size()",
            "ThingOptions.size: no size(value) in its Builder",
            "ThingOptions.old: no old()",
            "ThingOptions.old: no old(value) in its Builder",
            "ThingState.\"shut\": no constant SHUT",
            "ThingState.AJAR=half-open: Java has a constant that the IDL has not",
            "ThingOrNumber: no public type",
            "ThingCallback: no public type");
  }

  @Test
  void ofATypeThatIsMissingEveryMemberIsMissed() {
    assertThat(findings(Nothing.class))
        .extracting(Finding::key)
        .contains(
            "Thing", "Thing()", "Thing.name", "Thing.weight", "ThingOptions.size", "ThingState");
  }

  @Test
  void anExceptionExcusesADefinitionWithItsMembersOrOneMember() {
    List<Finding> findings = findings(Nothing.class);
    Exceptions exceptions =
        Exceptions.parse(
            """
            # everything but one
            Base | made up
            Thing | made up
            ThingBase | made up
            ThingReport | made up
            ThingOptions.colour | made up
            ThingOptions.old | made up
            ThingOptions.size -> dev.usermedia.idl.coverage.Exceptions#parse | it is elsewhere
            ThingState | made up
            ThingOrNumber | made up
            ThingCallback | made up
            """);
    assertThat(exceptions.unexcused(findings))
        .extracting(Finding::toString)
        .containsExactly("ThingOptions: no public type");
  }

  @Test
  void anExceptionThatIsNotNeededOrPointsNowhereIsAFinding() {
    Exceptions exceptions =
        Exceptions.parse(
            """
            Thing.name | is there
            Thing.shut -> java.lang.String#noSuchMethod | is not there
            """);
    assertThat(exceptions.unexcused(List.of(new Finding("Thing.shut", "no shut"))))
        .extracting(Finding::toString)
        .containsExactly(
            "Thing.name: an exception that is not needed",
            "Thing.shut: there is no java.lang.String#noSuchMethod");
  }

  @Test
  void anExceptionWithoutReasonIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Exceptions.parse("Thing.name"));
    assertThatIllegalArgumentException().isThrownBy(() -> Exceptions.parse("Thing.name | "));
  }

  private static List<Finding> findings(Class<?> java) {
    return Coverage.of(IdlParser.parse(IDL), Surface.ofMembers(java));
  }
}
