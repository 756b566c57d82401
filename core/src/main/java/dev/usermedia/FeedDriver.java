package dev.usermedia;

import dev.usermedia.internal.pipeline.FrameFeed;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import java.util.List;

/** Opens what a generator feeds; listed nowhere. */
record FeedDriver(FrameFeed feed) implements MediaDriver {
  @Override
  public String name() {
    return "generator";
  }

  @Override
  public List<SourceDevice> devices() {
    return List.of();
  }

  @Override
  public Source open(SourceDevice device, MediaClock clock) {
    return feed;
  }
}
