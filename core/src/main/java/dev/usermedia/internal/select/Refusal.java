package dev.usermedia.internal.select;

import dev.usermedia.spi.SourceMode;
import java.util.Optional;

/**
 * Why a mode of a device, or the whole device, was ruled out.
 *
 * @param mode the mode; empty if the constraint rules out every mode of the device alike
 * @param constraint the name of the first constraint, in the dictionary's order, that the mode
 *     cannot satisfy together with those before it
 */
public record Refusal(Candidate candidate, Optional<SourceMode> mode, String constraint) {}
