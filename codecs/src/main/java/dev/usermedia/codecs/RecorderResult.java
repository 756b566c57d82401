package dev.usermedia.codecs;

import dev.usermedia.DOMException;
import java.util.Optional;

/**
 * What became of a recording.
 *
 * @param stats what was recorded; after an error, {@code sizeBytes} is what was kept of it and
 *     plays
 * @param error why the recording ended early or is not complete; a {@code QuotaExceededError} where
 *     there was no space left
 */
public record RecorderResult(RecorderStats stats, Optional<DOMException> error) {}
