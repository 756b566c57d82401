package dev.usermedia;

/**
 * What became of the sound of an audio track so far.
 *
 * @param deliveredFrames samples of each channel handed to the track's sinks
 * @param totalFrames all of them, those lost before they reached the track included
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#mediastreamtrackaudiostats">Media
 *     Capture and Streams Extensions, MediaStreamTrackAudioStats</a>
 */
public record MediaStreamTrackAudioStats(long deliveredFrames, long totalFrames)
    implements MediaStreamTrackStats {}
