package dev.usermedia;

import dev.usermedia.frame.VideoRect;
import java.util.Optional;

/**
 * A screen or window that {@code getDisplayMedia} can capture, as it is put before whoever chooses.
 *
 * @param id names the surface within its context
 * @param label what a person calls it
 * @param displaySurface {@code "monitor"}, {@code "window"} or {@code "browser"}
 * @param bounds where it lies on the desktop, in pixels
 * @param primary whether the system prefers it
 */
public record DisplaySurface(
    String id, String label, String displaySurface, Optional<VideoRect> bounds, boolean primary) {}
