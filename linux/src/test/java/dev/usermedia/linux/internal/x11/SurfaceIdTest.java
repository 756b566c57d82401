package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.linux.internal.x11.SurfaceId.MonitorId;
import dev.usermedia.linux.internal.x11.SurfaceId.WindowId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceIdTest {
  @Test
  void hardwareIdsReadBackAsWhatTheyName() {
    for (String display : List.of(":0", ":10", "far.example:3")) {
      for (SurfaceId id :
          List.of(
              new MonitorId(0, "HDMI-1"),
              new MonitorId(2, "a/b.c"),
              new MonitorId(0, ""),
              new WindowId(0x3a00007),
              new WindowId(0xFFFFFFFF))) {
        assertThat(SurfaceId.parse(id.on(display), display)).contains(id);
      }
    }
  }

  @Test
  void idsLookAsDocumented() {
    assertThat(new MonitorId(0, "HDMI-1").on(":0")).isEqualTo(":0/HDMI-1");
    assertThat(new MonitorId(1, "DP-2").on(":0")).isEqualTo(":0.1/DP-2");
    assertThat(new WindowId(0x3a00007).on(":0")).isEqualTo(":0/window/0x3a00007");
  }

  @Test
  void whatIsNotOfTheDisplayNamesNothing() {
    for (String id :
        List.of("", ":0", "x", ":1/HDMI-1", ":00/HDMI-1", ":0.x/HDMI-1", ":0/window/0xtop")) {
      assertThat(SurfaceId.parse(id, ":0")).as(id).isEmpty();
    }
  }
}
