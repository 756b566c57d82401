package dev.usermedia.internal.select;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.SourceMode;
import java.util.List;
import java.util.function.IntPredicate;

/** The settings that the modes of one device give, searched by ranges. Immutable. */
sealed interface ModeSpace permits AudioModes, VideoModes {

  /** The properties that are numbers which modes give. */
  List<ConstrainableProperty> given();

  /** The modes, as the driver has them. */
  List<SourceMode> modes();

  /**
   * Finds a mode that has settings in the region.
   *
   * @param likely what is looked at first; counted as this method's answers are
   * @return which; -1 if none has
   */
  int find(Region region, int likely);

  /** Tells which of {@link #modes} have settings in the region as it is now. */
  IntPredicate within(Region region);

  /**
   * Finds the best settings in a region that has some.
   *
   * @param settings takes what the mode gives
   */
  Best best(Region region, Ideals ideals, MediaTrackSettings.Builder settings);

  /**
   * What was found.
   *
   * @param mode the mode with its bounds narrowed to what the device is to be started with
   */
  record Best(SourceMode mode, double fitnessDistance) {}
}
