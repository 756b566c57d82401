package dev.usermedia.app.internal.capture;

import dev.usermedia.DisplayPicker;
import dev.usermedia.DisplaySurface;
import java.util.List;
import java.util.Optional;

/** Picks the screen or window that the command line chose. */
final class ChosenSurface implements DisplayPicker {
  private volatile String id = "";

  void choose(String newId) {
    id = newId;
  }

  @Override
  public Optional<DisplaySurface> pick(List<DisplaySurface> surfaces) {
    return surfaces.stream().filter(surface -> surface.id().equals(id)).findFirst();
  }
}
