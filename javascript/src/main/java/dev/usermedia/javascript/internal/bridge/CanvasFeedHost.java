package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.javascript.internal.picture.CanvasFeed;
import org.graalvm.polyglot.HostAccess.Export;

/** A track of a canvas's pictures. */
public final class CanvasFeedHost implements Held {
  private final CanvasFeed feed;
  private final MediaHost media;

  CanvasFeedHost(CanvasFeed feed, MediaHost media) {
    this.feed = feed;
    this.media = media;
  }

  @Export
  public TrackHost track() {
    return media.host(feed.track());
  }

  /** Delivers what is on the canvas; false once no track is left to deliver it to. */
  @Export
  public boolean push(CanvasHost canvas) {
    return canvas.picture().map(feed::push).orElse(true);
  }

  @Override
  public void close() {
    feed.close();
  }
}
