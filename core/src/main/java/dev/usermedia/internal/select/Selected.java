package dev.usermedia.internal.select;

import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceSettings;

/**
 * A device with what was chosen for it.
 *
 * @param source how the device is to be started; what it delivers is cropped, scaled, decimated,
 *     resampled and mixed to the settings where they differ
 * @param settings the settings dictionary
 * @param fitnessDistance the settings' distance from the basic constraint set
 */
public record Selected(
    Candidate candidate,
    SourceSettings source,
    MediaTrackSettings settings,
    double fitnessDistance) {}
