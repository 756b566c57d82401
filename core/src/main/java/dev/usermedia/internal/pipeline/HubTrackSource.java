package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A track's hold on an open device. */
public record HubTrackSource(SourceHub hub, TrackEndpoint endpoint) implements TrackSource {
  @Override
  public void stop() {
    hub.detach(endpoint);
  }

  @Override
  public CompletableFuture<@Nullable Void> reshape(SourceSettings wanted, TrackShape shape) {
    return hub.reshape(endpoint, wanted, shape);
  }

  @Override
  public @Nullable SourceSettings running() {
    return hub.running();
  }

  @Override
  public void blank(boolean blank) {
    hub.blank(endpoint, blank);
  }

  @Override
  public void sharpen(boolean sharp) {
    hub.tracks().reshape(endpoint, shape -> shape.withSharp(sharp));
  }

  @Override
  public boolean videoSinks(UnaryOperator<List<SinkEntry<VideoFrame>>> change) {
    return hub.tracks().videoSinks(endpoint, change);
  }

  @Override
  public boolean audioSinks(UnaryOperator<List<SinkEntry<AudioData>>> change) {
    return hub.tracks().audioSinks(endpoint, change);
  }

  @Override
  public @Nullable TrackSource share(boolean blank, TrackEndpoint.Listener listener) {
    TrackEndpoint other = hub.tracks().addLike(endpoint, listener, blank);
    return other == null ? null : new HubTrackSource(hub, other);
  }

  @Override
  public TrackCounts counts() {
    return hub.tracks().counts(endpoint);
  }

  @Override
  public LatencyMeter latency() {
    return endpoint.latency();
  }

  @Override
  public boolean isDelivering() {
    return hub.isDelivering();
  }
}
