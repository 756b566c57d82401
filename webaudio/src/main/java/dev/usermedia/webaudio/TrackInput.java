package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.Registration;
import dev.usermedia.webaudio.internal.dsp.TrackReader;
import dev.usermedia.webaudio.internal.graph.TrackSourceProcessor;

/** Leads the sound of a track into a graph. */
final class TrackInput {
  private TrackInput() {}

  /** A processor that the track's capture thread hands its sound to; silent if it has ended. */
  static TrackSourceProcessor processor(AudioContext context, MediaStreamTrack track) {
    TrackReader reader = new TrackReader(context.sampleRate());
    Registration registration;
    try {
      registration = track.addAudioSink(Delivery.direct(), reader::write);
    } catch (DOMException e) {
      if (track.readyState() != MediaStreamTrackState.ENDED) {
        throw e;
      }
      registration = () -> {};
    }
    return new TrackSourceProcessor(
        reader, () -> track.readyState() == MediaStreamTrackState.LIVE, registration::close);
  }
}
