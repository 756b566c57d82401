package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.Optional;

/** The pictures of a synthetic camera or screen. */
final class PictureCapture implements Capture {
  /** As many pictures wait for a thread that is late as buffers queue in a webcam's driver. */
  static final int WAITING_PICTURES = 4;

  /** Pictures that consumers may hold before the device has no memory left to fill. */
  private static final int POOLED_PICTURES = 24;

  private final SourceDevice device;
  private VideoMode mode;
  private Pointer pointer;
  private VideoFramePool pool;
  private PicturePainter painter;
  private FrameSchedule schedule;
  private long index;
  private int number;

  /** When the pointer is drawn: the values of the {@code cursor} constraint. */
  private enum Pointer {
    ALWAYS,
    MOTION,
    NEVER;

    static Pointer of(SourceDevice device, SourceSettings settings) {
      if (device.kind() != SourceKind.SCREEN) {
        return NEVER;
      }
      return switch (String.valueOf(settings.controls().get("cursor"))) {
        case "never" -> NEVER;
        case "motion" -> MOTION;
        default -> ALWAYS; // what a screen does unasked
      };
    }

    boolean isSeen(long timeUs) {
      return switch (this) {
        case ALWAYS -> true;
        case MOTION -> PictureGeometry.pointerMoves(timeUs);
        case NEVER -> false;
      };
    }
  }

  PictureCapture(SourceDevice device, VideoMode mode, SourceSettings settings, long nowUs) {
    this.device = device;
    this.mode = mode;
    this.pointer = Pointer.of(device, settings);
    this.pool = pool(mode);
    this.painter = new PicturePainter(pool.layout(), device.hardwareId());
    this.schedule = FrameSchedule.startedAt(nowUs, mode.maxFrameRate());
    this.index = schedule.firstFrom(nowUs);
  }

  private static VideoFramePool pool(VideoMode mode) {
    return new VideoFramePool(
        VideoLayout.packed(mode.format(), mode.width(), mode.height()), POOLED_PICTURES);
  }

  @Override
  public long dueUs() {
    return schedule.dueUs(index);
  }

  @Override
  public void deliver(SourceOutput output, long nowUs, boolean muted) {
    long overdue = schedule.firstFrom(nowUs + 1) - index - WAITING_PICTURES;
    if (overdue > 0) {
      skip(overdue);
      if (!muted) {
        output.lost(overdue);
      }
    }
    if (!muted) {
      Optional<VideoFrameBuffer> buffer = pool.acquire();
      if (buffer.isPresent()) {
        long timeUs = dueUs();
        painter.paint(
            buffer.get(), number, timeUs, schedule.isFlash(index), pointer.isSeen(timeUs));
        output.video(buffer.get().publish(timeUs, schedule.durationUs(index)));
      } else {
        output.lost(1);
      }
    }
    skip(1);
  }

  private void skip(long pictures) {
    index += pictures;
    number += (int) pictures;
  }

  @Override
  public void reconfigure(SourceSettings settings, long fromUs) {
    VideoMode next = (VideoMode) settings.mode();
    pointer = Pointer.of(device, settings);
    if (next.width() != mode.width()
        || next.height() != mode.height()
        || next.format() != mode.format()) {
      pool.close();
      pool = pool(next);
      painter = new PicturePainter(pool.layout(), device.hardwareId());
    }
    if (next.maxFrameRate() != mode.maxFrameRate()) {
      // never at or before the last picture, so that timestamps go on rising
      long afterUs = Math.max(fromUs, schedule.dueUs(index - 1) + 1);
      schedule = FrameSchedule.startedAt(afterUs, next.maxFrameRate());
      index = schedule.firstFrom(afterUs);
    }
    mode = next;
  }

  @Override
  public void end() {
    pool.close();
  }
}
