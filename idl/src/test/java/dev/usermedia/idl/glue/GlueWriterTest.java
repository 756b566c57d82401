package dev.usermedia.idl.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.idl.IdlException;
import dev.usermedia.idl.IdlModel;
import dev.usermedia.idl.IdlParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlueWriterTest {
  private static final IdlModel MODEL =
      IdlModel.of(
          IdlParser.parse(
              """
              interface Base { readonly attribute DOMString name; };
              [SecureContext] interface Child : Base {
                constructor(long a, optional long b = 3);
                Promise<undefined> go(optional Options options = {});
                undefined stay();
                const short N = 7;
              };
              dictionary Options { required boolean x; };
              """));

  @Test
  void whatIsInheritedFromComesFirst() {
    String glue = GlueWriter.write(MODEL, List.of("Child"), Set.of("name", "go"));

    assertThat(glue.indexOf("R.define(\"Base\", null"))
        .isPositive()
        .isLessThan(glue.indexOf("R.define(\"Child\", \"Base\""));
  }

  @Test
  void aFunctionHasTheParametersThatMustBeGiven() {
    String glue = GlueWriter.write(MODEL, List.of("Child"), Set.of("go"));

    assertThat(glue)
        .contains("function Child(a0) {")
        .contains("  go() { return R.promise(")
        .contains("constants: [[\"N\", 7]]")
        .contains("secure: true")
        .contains("R.dictionaries.Options = () => [null");
  }

  @Test
  void whatIsNotImplementedIsLeftOut() {
    assertThat(GlueWriter.write(MODEL, List.of("Child"), Set.of("go")))
        .doesNotContain("stay")
        .doesNotContain("get name");
  }

  @Test
  void anUnknownInterfaceIsRefused() {
    assertThatExceptionOfType(IdlException.class)
        .isThrownBy(() -> GlueWriter.write(MODEL, List.of("Nobody"), Set.of()));
  }
}
