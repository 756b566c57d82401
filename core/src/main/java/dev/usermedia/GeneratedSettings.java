package dev.usermedia;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.constraints.VideoResizeModeEnum;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.internal.pipeline.FrameFeed;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selected;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a {@link VideoTrackGenerator}'s tracks. What a track is not constrained in is as
 * the frames come; what it is constrained in is made of them.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#generator-constrainable-properties">
 *     Constrainable properties of generated tracks</a>
 */
final class GeneratedSettings implements ConstrainableSource {
  /** The largest picture that a graphics library shows. */
  private static final int LARGEST = 16_384;

  private static final double LOWEST_RATE = 0.001;
  private static final double HIGHEST_RATE = 1_000;
  private static final int USUAL_WIDTH = 640;
  private static final int USUAL_HEIGHT = 480;
  private static final List<ConstrainableProperty> SIZE =
      List.of(
          ConstrainableProperty.WIDTH,
          ConstrainableProperty.HEIGHT,
          ConstrainableProperty.ASPECT_RATIO);
  private static final List<ConstrainableProperty> PROPERTIES =
      Stream.concat(
              SIZE.stream(),
              Stream.of(ConstrainableProperty.FRAME_RATE, ConstrainableProperty.RESIZE_MODE))
          .toList();

  /** The source runs in one way whatever its tracks want. */
  static final SourceSettings RUNNING =
      SourceSettings.of(
          new VideoMode(VideoPixelFormat.I420, LARGEST, LARGEST, HIGHEST_RATE, HIGHEST_RATE));

  /** What is asked for before anything is. */
  static final MediaTrackSettings INITIAL =
      MediaTrackSettings.builder()
          .set(ConstrainableProperty.RESIZE_MODE, VideoResizeModeEnum.NONE.value())
          .build();

  private final FrameFeed feed;
  private final MediaTrackCapabilities capabilities;

  GeneratedSettings(FrameFeed feed) {
    this.feed = feed;
    MediaTrackCapabilities all = SelectSettings.capabilities(candidate(List.of(any())));
    MediaTrackCapabilities.Builder ours = MediaTrackCapabilities.builder();
    PROPERTIES.forEach(
        property -> all.get(property).ifPresent(capability -> ours.set(property, capability)));
    this.capabilities = ours.build();
  }

  /** The generator as a device. */
  static SourceDevice device(List<SourceMode> modes) {
    return new SourceDevice("generator", "", SourceKind.CAMERA, "", "", false, modes);
  }

  @Override
  public MediaTrackCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Choice select(MediaTrackConstraints constraints) {
    // from frames as they come where that will do, else from frames that may yet come
    Selection selection = select(constraints, List.of(latest()));
    if (selection instanceof Selection.Failed) {
      selection = select(constraints, List.of(latest(), any()));
    }
    return switch (selection) {
      case Selection.Failed failed -> throw Overconstrained.error(failed, constraints);
      case Selection.Ranked ranked -> choice(ranked.best(), constraints);
    };
  }

  private static Selection select(MediaTrackConstraints constraints, List<SourceMode> modes) {
    return SelectSettings.selectSettings(List.of(candidate(modes)), constraints, MediaKind.VIDEO);
  }

  private static Choice choice(Selected selected, MediaTrackConstraints constraints) {
    MediaTrackSettings all = selected.settings();
    boolean unmodified =
        constraints.get(ConstrainableProperty.RESIZE_MODE).isPresent()
            && all.resizeMode().equals(Optional.of(VideoResizeModeEnum.NONE.value()));
    boolean sized = !unmodified && mentions(constraints, SIZE);
    boolean paced = !unmodified && mentions(constraints, List.of(ConstrainableProperty.FRAME_RATE));
    MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
    List<ConstrainableProperty> kept = new ArrayList<>();
    if (sized) {
      kept.addAll(SIZE);
    }
    if (paced) {
      kept.add(ConstrainableProperty.FRAME_RATE);
    }
    kept.forEach(property -> all.get(property).ifPresent(value -> settings.set(property, value)));
    VideoResizeModeEnum mode =
        sized || paced ? VideoResizeModeEnum.CROP_AND_SCALE : VideoResizeModeEnum.NONE;
    settings.set(ConstrainableProperty.RESIZE_MODE, mode.value());
    TrackShape shape =
        new TrackShape(
            sized ? Math.toIntExact(all.width().orElseThrow()) : 0,
            sized ? Math.toIntExact(all.height().orElseThrow()) : 0,
            paced ? all.frameRate().orElseThrow() : 0);
    return new Choice(RUNNING, shape, settings.build());
  }

  private static boolean mentions(
      MediaTrackConstraints constraints, List<ConstrainableProperty> properties) {
    return Stream.concat(Stream.of(constraints), constraints.advanced().stream())
        .anyMatch(set -> properties.stream().anyMatch(p -> set.get(p).isPresent()));
  }

  @Override
  public MediaTrackSettings current(MediaTrackSettings chosen) {
    MediaTrackSettings.Builder now = MediaTrackSettings.builder();
    feed.latest()
        .filter(layout -> chosen.width().isEmpty())
        .ifPresent(
            layout -> {
              long width = displayWidth(layout);
              long height = displayHeight(layout);
              now.set(ConstrainableProperty.WIDTH, width)
                  .set(ConstrainableProperty.HEIGHT, height)
                  .set(ConstrainableProperty.ASPECT_RATIO, aspectRatio(width, height));
            });
    double rate = feed.frameRate();
    if (rate > 0) {
      now.set(
          ConstrainableProperty.FRAME_RATE,
          Math.min(rate, chosen.frameRate().orElse(HIGHEST_RATE)));
    }
    PROPERTIES.stream()
        .filter(property -> property != ConstrainableProperty.FRAME_RATE || rate <= 0)
        .forEach(property -> chosen.get(property).ifPresent(value -> now.set(property, value)));
    return now.build();
  }

  private SourceMode latest() {
    int width = feed.latest().map(GeneratedSettings::displayWidth).orElse(USUAL_WIDTH);
    int height = feed.latest().map(GeneratedSettings::displayHeight).orElse(USUAL_HEIGHT);
    return new VideoMode(VideoPixelFormat.I420, width, height, LOWEST_RATE, HIGHEST_RATE);
  }

  private static SourceMode any() {
    return new VideoMode(VideoPixelFormat.I420, LARGEST, LARGEST, LOWEST_RATE, HIGHEST_RATE);
  }

  private static Candidate candidate(List<SourceMode> modes) {
    return new Candidate(device(modes), "", "");
  }

  private static int displayWidth(VideoLayout layout) {
    return layout.rotation() % 180 == 0
        ? layout.visibleRect().width()
        : layout.visibleRect().height();
  }

  private static int displayHeight(VideoLayout layout) {
    return layout.rotation() % 180 == 0
        ? layout.visibleRect().height()
        : layout.visibleRect().width();
  }

  private static double aspectRatio(long width, long height) {
    return Math.rint((double) width / height * 1e10) / 1e10;
  }
}
