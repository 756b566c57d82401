package dev.usermedia.legacy;

import dev.usermedia.MediaStream;
import java.util.Optional;

/**
 * What a {@link MediaStreamEvent} is made of.
 *
 * @param stream what came or went
 * @deprecated gone from the standard since March 2015
 */
@Deprecated
public record MediaStreamEventInit(Optional<MediaStream> stream) {}
