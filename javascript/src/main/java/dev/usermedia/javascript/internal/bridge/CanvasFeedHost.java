package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.javascript.internal.picture.CanvasFeed;
import org.graalvm.polyglot.HostAccess.Export;

/** A track of a canvas's pictures. */
public final class CanvasFeedHost implements Held {
  private final CanvasFeed feed;
  private final MediaHost media;
  private final Held.All held;

  CanvasFeedHost(CanvasFeed feed, MediaHost media, Held.All held) {
    this.feed = feed;
    this.media = media;
    this.held = held;
  }

  @Export
  public TrackHost track() {
    return media.host(feed.track());
  }

  /** Delivers what is on the canvas; false once no track is left to deliver it to. */
  @Export
  public boolean push(CanvasHost canvas) {
    boolean goesOn = canvas.picture().map(feed::push).orElse(true);
    if (!goesOn) {
      close();
    }
    return goesOn;
  }

  @Override
  public void close() {
    feed.close();
    held.remove(this);
  }
}
