package dev.usermedia.internal.select;

import dev.usermedia.spi.SourceDevice;

/**
 * A device that may be chosen, with the ids under which the application knows it.
 *
 * @param deviceId the setting {@code deviceId}
 * @param groupId the setting {@code groupId}
 */
public record Candidate(SourceDevice device, String deviceId, String groupId) {}
