package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrackProcessor;
import dev.usermedia.MediaStreamTrackProcessorInit;
import dev.usermedia.Registration;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.AudioSampleFormat;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.javascript.PictureEncoder;
import dev.usermedia.javascript.internal.picture.CanvasFeed;
import dev.usermedia.javascript.internal.picture.Raster;
import dev.usermedia.javascript.internal.picture.ShownTrack;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What media elements need of the room behind. Used on the script's thread only. */
public final class ElementHost {
  /** What the large browsers draw the line at. */
  private static final int MAX_SIDE = 16_384;

  private static final double MAX_PIXELS = 64e6;
  private final Executor loop;
  private final MediaContext context;
  private final MediaHost media;
  private final Held.All held;
  private final PictureQuota quota;
  private final PictureEncoder encoder;
  private Raster scratch = new Raster(0, 0);

  ElementHost(
      Executor loop,
      MediaContext context,
      MediaHost media,
      Held.All held,
      PictureQuota quota,
      PictureEncoder encoder) {
    this.loop = loop;
    this.context = context;
    this.media = media;
    this.quota = quota;
    this.encoder = encoder;
    this.held = held;
  }

  /**
   * Shows a video track once told to follow it.
   *
   * @param changed called in a task of its own after a picture of another size, or one that was
   *     wanted
   */
  @Export
  public VideoHost video(TrackHost track, Value changed) {
    AtomicBoolean queued = new AtomicBoolean();
    Runnable announce =
        () -> {
          if (queued.compareAndSet(false, true)) {
            loop.execute(
                () -> {
                  queued.set(false);
                  changed.executeVoid();
                });
          }
        };
    return held.add(new VideoHost(new ShownTrack(track.track(), announce), media.trees(), held));
  }

  /** Calls back in a task once an audio track delivers; the result takes that back. */
  @Export
  public SoundHost firstSound(TrackHost track, Value heard) {
    AtomicBoolean told = new AtomicBoolean();
    Registration sink;
    try {
      sink =
          track
              .track()
              .addAudioSink(
                  Delivery.direct(),
                  _ -> {
                    if (told.compareAndSet(false, true)) {
                      loop.execute(heard::executeVoid);
                    }
                  });
    } catch (DOMException _) {
      sink = () -> {}; // it has ended and is silent for ever
    }
    return new SoundHost(sink);
  }

  /** Listens to a track. */
  public static final class SoundHost {
    private final Registration sink;

    SoundHost(Registration sink) {
      this.sink = sink;
    }

    @Export
    public void close() {
      sink.close();
    }
  }

  // ---- pictures ----

  /** Transparent memory for a canvas. */
  @Export
  public CanvasHost canvas(int width, int height) {
    return new CanvasHost(raster(width, height), this);
  }

  // ---- frames ----

  /** A frame of what can be drawn; it must have a picture. Times are in microseconds. */
  @Export
  public VideoFrameHost frame(PictureSource source, double timestampUs, double durationUs) {
    try (VideoFrame taken = source.take().orElseThrow()) {
      VideoFrame frame = taken.withTimestamp((long) timestampUs, (long) durationUs);
      return quota.take(hold(frame), frame.allocationSize());
    }
  }

  /** A frame of bytes: plane after plane without padding. */
  @Export
  public VideoFrameHost frameOfData(
      String format,
      int width,
      int height,
      double timestampUs,
      double durationUs,
      Value buffer,
      int byteOffset) {
    VideoLayout layout = VideoLayout.packed(VideoPixelFormat.valueOf(format), width, height);
    reserve(layout.format().sizeBytes(width, height));
    try (VideoFramePool own = new VideoFramePool(layout, 1)) { // freed with the frame
      VideoFrameBuffer written = own.acquire().orElseThrow();
      int at = byteOffset;
      for (int plane = 0; plane < layout.format().planeCount(); plane++) {
        byte[] bytes = new byte[Math.toIntExact(layout.planeBytes(plane))];
        buffer.readBuffer(at, bytes, 0, bytes.length);
        written.plane(plane).asByteBuffer().put(bytes);
        at += bytes.length;
      }
      try (VideoFrame frame = written.publish((long) timestampUs, (long) durationUs)) {
        return quota.take(hold(frame.clone()), frame.allocationSize());
      }
    }
  }

  /** Bytes of such a frame. */
  @Export
  public double frameBytes(String format, int width, int height) {
    return VideoPixelFormat.valueOf(format).sizeBytes(width, height);
  }

  /** A frame that came attached to a {@link Parcel}. */
  @Export
  public VideoFrameHost received(VideoFrame frame) {
    return hold(frame);
  }

  /** Sound that came attached to a {@link Parcel}. */
  @Export
  public AudioDataHost receivedSound(AudioData data) {
    return hold(data);
  }

  /**
   * Reads a track's frames.
   *
   * @param maxBufferSize how many may wait to be read
   */
  @Export
  public ProcessorHost processor(TrackReference track, int maxBufferSize) {
    MediaStreamTrackProcessorInit init =
        new MediaStreamTrackProcessorInit(track.track(), OptionalInt.of(maxBufferSize));
    boolean video = track.track().kind().equals(MediaKind.VIDEO.value());
    return held.addDroppable(
        video
            ? ProcessorHost.of(
                MediaStreamTrackProcessor.ofVideo(init), true, this::hold, loop, media)
            : ProcessorHost.of(
                MediaStreamTrackProcessor.ofAudio(init), false, this::hold, loop, media));
  }

  /** A track of a document's own pictures. */
  @Export
  public GeneratorHost generator(MediaHost document) {
    return new GeneratorHost(new VideoTrackGenerator(document.context()), document);
  }

  /**
   * Sound of bytes: plane after plane.
   *
   * @param format one that is supported
   */
  @Export
  public AudioDataHost soundOfData(
      String format,
      int sampleRateHz,
      int channels,
      int frames,
      double timestampUs,
      Value buffer,
      int byteOffset) {
    AudioLayout layout = new AudioLayout(soundFormat(format).orElseThrow(), sampleRateHz, channels);
    try (AudioDataPool own = new AudioDataPool(layout, frames, 1)) { // freed with the chunk
      AudioDataBuffer written = own.acquire().orElseThrow();
      int at = byteOffset;
      for (int plane = 0; plane < layout.planeCount(); plane++) {
        byte[] bytes = new byte[Math.toIntExact(layout.planeBytes(frames))];
        buffer.readBuffer(at, bytes, 0, bytes.length);
        written.plane(plane).asByteBuffer().put(bytes);
        at += bytes.length;
      }
      try (AudioData data = written.publish(frames, (long) timestampUs)) {
        return hold(data.clone());
      }
    }
  }

  /** Whether sound can be made of this format. */
  @Export
  public boolean isSoundFormat(String name) {
    return soundFormat(name).isPresent();
  }

  private static Optional<AudioSampleFormat> soundFormat(String name) {
    return Arrays.stream(AudioSampleFormat.values())
        .filter(it -> it.webName().equals(name))
        .findFirst();
  }

  AudioDataHost hold(AudioData data) {
    return held.addDroppable(new AudioDataHost(data, this));
  }

  /** A picture that came attached to a {@link Parcel}. */
  @Export
  public CanvasHost picture(Raster raster) {
    return new CanvasHost(raster, this);
  }

  VideoFrameHost hold(VideoFrame frame) {
    return held.addDroppable(new VideoFrameHost(frame, this));
  }

  Trees trees() {
    return media.trees();
  }

  /** A track of what is painted on canvases. */
  @Export
  public CanvasFeedHost canvasFeed() {
    return held.add(new CanvasFeedHost(new CanvasFeed(context), media, held));
  }

  /** A part of something as a picture of its own, scaled; transparent if it has none yet. */
  @Export
  public CanvasHost part(
      PictureSource source,
      double x,
      double y,
      double width,
      double height,
      int toWidth,
      int toHeight) {
    CanvasHost part = canvas(toWidth, toHeight);
    part.draw(source, x, y, width, height, 0, 0, toWidth, toHeight);
    return part;
  }

  /** A picture of an array of pixels. */
  @Export
  public CanvasHost ofPixels(Value buffer, int byteOffset, int width, int height) {
    CanvasHost picture = canvas(width, height);
    picture.put(buffer, byteOffset, width, height, 0, 0, width, height, 0, 0);
    return picture;
  }

  /** Whether a picture of this size is one that a script may make. */
  @Export
  public boolean isTooLarge(double width, double height) {
    return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS;
  }

  Raster raster(int width, int height) {
    if (isTooLarge(width, height)) {
      throw new IllegalArgumentException("a picture of " + width + "x" + height);
    }
    long bytes = (long) width * height * Integer.BYTES;
    reserve(bytes);
    return quota.take(new Raster(width, height), bytes);
  }

  /** Throws into the script if its pictures take up too much. */
  private void reserve(long bytes) {
    media
        .answers()
        .get(
            () -> {
              quota.check(bytes);
              return bytes;
            });
  }

  Raster copy(Raster original) {
    Raster copy = raster(original.width(), original.height());
    copy.pixels().copyFrom(original.pixels());
    return copy;
  }

  /** The same for the time of one call. */
  Raster scratch(int width, int height) {
    if (scratch.width() == width && scratch.height() == height) {
      scratch.pixels().fill((byte) 0);
    } else {
      scratch = raster(width, height);
    }
    return scratch;
  }

  Optional<byte[]> encode(VideoFrame frame, String type, double quality) {
    return encoder.encode(frame, type, quality);
  }
}
