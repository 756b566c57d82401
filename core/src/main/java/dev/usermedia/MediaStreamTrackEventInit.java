package dev.usermedia;

/**
 * What a {@link MediaStreamTrackEvent} is made of.
 *
 * @param track what came or went
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrackeventinit">Media
 *     Capture and Streams, MediaStreamTrackEventInit</a>
 */
public record MediaStreamTrackEventInit(MediaStreamTrack track) {}
