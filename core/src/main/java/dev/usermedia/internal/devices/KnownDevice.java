package dev.usermedia.internal.devices;

import dev.usermedia.internal.pipeline.SourceHub;
import dev.usermedia.spi.SourceDevice;

/**
 * A device of a context with the ids that its application knows it by.
 *
 * @param hub opens and shares it
 */
public record KnownDevice(SourceDevice device, String deviceId, String groupId, SourceHub hub) {}
