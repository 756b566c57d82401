package dev.usermedia.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.idl.ast.DictionaryMember;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdlModelTest {
  @Test
  void partialDefinitionsAndMixinsAreJoined() {
    IdlModel model =
        model(
            """
            partial interface A { undefined b(); };
            interface A { undefined a(); };
            interface mixin M { undefined m(); };
            [SecureContext] partial interface mixin M { undefined n(); };
            A includes M;
            dictionary D { long x; };
            partial dictionary D { long y; };
            """);

    List<InterfaceModel.OwnedMember> members = model.interfaces().get("A").members();
    assertThat(members).extracting(it -> it.member().name()).containsExactly("a", "b", "m", "n");
    assertThat(members).extracting(InterfaceModel.OwnedMember::owner).endsWith("M", "M");
    assertThat(members.getLast().ownerAttributes()).extracting("name").contains("SecureContext");
    assertThat(model.interfaces()).doesNotContainKey("M");
    assertThat(model.dictionaries().get("D").members())
        .extracting(DictionaryMember::name)
        .containsExactly("x", "y");
  }

  @Test
  void aPartOfWhatIsNotThereIsLeftOut() {
    IdlModel model = model("partial interface A { }; interface B { }; B includes M; A includes M;");

    assertThat(model.interfaces()).containsOnlyKeys("B");
  }

  @Test
  void aNameIsDefinedOnce() {
    assertThatExceptionOfType(IdlException.class)
        .isThrownBy(() -> model("interface A { }; interface A { };"))
        .withMessage("A is defined twice");
  }

  @Test
  void allSpecificationsKeptGoTogether() {
    IdlModel model = IdlFiles.model(IdlFiles.names());

    assertThat(model.interfaces().get("MediaDevices").members())
        .extracting(it -> it.member().name())
        .contains("getUserMedia", "getDisplayMedia", "selectAudioOutput");
    assertThat(model.dictionaries().get("MediaTrackSettings").members())
        .extracting(DictionaryMember::name)
        .contains("width", "exposureMode", "displaySurface", "backgroundBlur");
  }

  private static IdlModel model(String text) {
    return IdlModel.of(IdlParser.parse(text));
  }
}
