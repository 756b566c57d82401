package dev.usermedia.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Attribute;
import dev.usermedia.idl.ast.Constant;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.ExtendedAttribute;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.IterableDeclaration;
import dev.usermedia.idl.ast.Literal;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdlParserTest {
  private static final List<ExtendedAttribute> NO_ATTRIBUTES = List.of();

  @Test
  void anInterfaceHasItsParts() {
    assertThat(one("[Exposed=(Window,Worker)] partial interface A : B { };"))
        .isEqualTo(
            new InterfaceDefinition(
                List.of(
                    new ExtendedAttribute(
                        "Exposed",
                        new ExtendedAttribute.Identifiers(List.of("Window", "Worker"), true))),
                InterfaceDefinition.Kind.INTERFACE,
                true,
                "A",
                Optional.of("B"),
                List.of()));
  }

  @Test
  void typesNest() {
    TypedefDefinition typedef =
        (TypedefDefinition)
            one("typedef (record<DOMString, sequence<unsigned long long?>> or [Clamp] octet)? T;");

    assertThat(typedef.type())
        .isEqualTo(
            new IdlType.Union(
                NO_ATTRIBUTES,
                List.of(
                    new IdlType.Generic(
                        NO_ATTRIBUTES,
                        "record",
                        List.of(
                            named("DOMString"),
                            new IdlType.Generic(
                                NO_ATTRIBUTES,
                                "sequence",
                                List.of(
                                    new IdlType.Named(NO_ATTRIBUTES, "unsigned long long", true)),
                                false)),
                        false),
                    new IdlType.Named(
                        List.of(new ExtendedAttribute("Clamp", new ExtendedAttribute.None())),
                        "octet",
                        false)),
                true));
  }

  @Test
  void anOperationHasOptionalAndVariadicArguments() {
    assertThat(member("static undefined f(optional double d = -1.5e3, any... rest);"))
        .isEqualTo(
            new Operation(
                NO_ATTRIBUTES,
                Operation.Special.STATIC,
                named("undefined"),
                "f",
                List.of(
                    new Argument(
                        NO_ATTRIBUTES,
                        true,
                        named("double"),
                        false,
                        "d",
                        Optional.of(new Literal.Numeric("-1.5e3"))),
                    new Argument(
                        NO_ATTRIBUTES, false, named("any"), true, "rest", Optional.empty()))));
  }

  @Test
  void aKeywordMayBeAName() {
    assertThat(member("readonly attribute DOMString _readonly;"))
        .isEqualTo(
            new Attribute(
                NO_ATTRIBUTES,
                Attribute.Scope.REGULAR,
                false,
                true,
                named("DOMString"),
                "readonly"));
    assertThat(member("undefined getter(any attribute);").name()).isEqualTo("getter");
  }

  @Test
  void constantsIterablesAndSpecialOperationsAreRead() {
    assertThat(member("const unsigned short N = 0x1F;"))
        .isEqualTo(
            new Constant(NO_ATTRIBUTES, named("unsigned short"), "N", new Literal.Numeric("0x1F")));
    assertThat(member("readonly maplike<DOMString, any>;"))
        .isEqualTo(
            new IterableDeclaration(
                NO_ATTRIBUTES,
                IterableDeclaration.Kind.MAPLIKE,
                true,
                List.of(named("DOMString"), named("any")),
                List.of()));
    assertThat(((Operation) member("getter any (unsigned long index);")).special())
        .isEqualTo(Operation.Special.GETTER);
    assertThat(((Attribute) member("stringifier attribute USVString href;")).scope())
        .isEqualTo(Attribute.Scope.STRINGIFIER);
  }

  @Test
  void aDictionaryHasRequiredMembersAndDefaults() {
    DictionaryDefinition dictionary =
        (DictionaryDefinition) one("dictionary D { required boolean a; sequence<long> b = []; };");

    assertThat(dictionary.members().getFirst().required()).isTrue();
    assertThat(dictionary.members().getLast().defaultValue()).contains(Literal.Word.EMPTY_SEQUENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface A {",
        "interface A { attribute; };",
        "enum E { a };",
        "partial enum E { \"a\" };",
        "dictionary D { required long a = 1; };",
        "typedef long;",
        "A includes ;",
        "interface A { undefined f(long a long b); };",
        "callback C = undefined ()",
        "interface A { const long N = x; };",
        "\"loose\""
      })
  void whatIsNotIdlIsRefused(String text) {
    assertThatExceptionOfType(IdlException.class)
        .isThrownBy(() -> IdlParser.parse("\n" + text))
        .withMessageContaining("line 2");
  }

  @Test
  void damagedTextIsReadOrRefused() {
    Random random = new Random(90);
    String text = IdlFiles.text("mediacapture-streams");
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      StringBuilder damaged = new StringBuilder(text);
      damaged.deleteCharAt(random.nextInt(text.length()));
      damaged.setCharAt(random.nextInt(damaged.length()), (char) (32 + random.nextInt(96)));
      try {
        List<Definition> read = IdlParser.parse(damaged.toString());
        assertThat(
                IdlParser.parse(
                    read.stream().map(IdlWriter::write).collect(Collectors.joining("\n"))))
            .isEqualTo(read);
      } catch (IdlException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(50, 450);
  }

  private static Definition one(String text) {
    List<Definition> definitions = IdlParser.parse(text);
    assertThat(definitions).hasSize(1);
    return definitions.getFirst();
  }

  private static Member member(String text) {
    return ((InterfaceDefinition) one("interface A { " + text + " };")).members().getFirst();
  }

  private static IdlType named(String name) {
    return new IdlType.Named(NO_ATTRIBUTES, name, false);
  }
}
