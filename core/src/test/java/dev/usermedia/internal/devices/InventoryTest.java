package dev.usermedia.internal.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.Relinquishing;
import dev.usermedia.internal.select.DeviceIndex;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a context keeps of its devices. */
class InventoryTest {
  private static final VideoMode SMALL = new VideoMode(VideoPixelFormat.I420, 320, 240, 30);

  private final SyntheticDriver driver =
      new SyntheticDriver(List.of(SyntheticDevice.camera("one"), SyntheticDevice.camera("two")));
  private final Inventory inventory =
      new Inventory(
          List.of(driver),
          new DeviceIds(new byte[] {1}, "origin"),
          MediaClock.system(),
          new EventLoop(Runnable::run, failure -> {}),
          Runnable::run,
          Relinquishing.NEVER);

  private DeviceIndex index(int camera) {
    return inventory.devices(kind -> true).get(camera).candidate().index();
  }

  @Test
  void whatSelectionsSearchIsKeptWithTheDevice() {
    DeviceIndex first = index(0);
    assertThat(index(0)).isSameAs(first);
    assertThat(index(1)).isNotSameAs(first);
  }

  @Test
  void aDeviceThatWasPluggedOutAndInAgainIsTheSame() {
    DeviceIndex first = index(0);
    driver.unplug("one");
    assertThat(index(0)).isNotSameAs(first);
    driver.plug(SyntheticDevice.camera("one"));
    assertThat(inventory.devices(kind -> true))
        .extracting(known -> known.candidate().index())
        .contains(first);
  }

  @Test
  void aDeviceThatHasOtherModesIsSearchedAnew() {
    DeviceIndex first = index(0);
    driver.replace(SyntheticDevice.camera("one").withModes(SMALL));
    assertThat(index(0)).isNotSameAs(first);
    assertThat(index(0).device().modes()).containsExactly(SMALL);
  }
}
