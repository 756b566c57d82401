package dev.usermedia.bench;

import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** The same recording by JavaCV, a process of its own: what is grabbed, is recorded. */
final class JavaCvRecorder {
  private JavaCvRecorder() {}

  /** Records the file that is named first to the one that is named second, in real time. */
  public static void main(String[] args) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(args[0])) {
      grabber.start();
      try (FFmpegFrameRecorder recorder =
          new FFmpegFrameRecorder(
              args[1],
              grabber.getImageWidth(),
              grabber.getImageHeight(),
              grabber.getAudioChannels())) {
        configure(recorder, grabber.getFrameRate());
        recorder.start();
        long startNanos = System.nanoTime();
        for (Frame frame = grabber.grab(); frame != null; frame = grabber.grab()) {
          long dueNanos = startNanos + frame.timestamp * 1_000;
          for (long left = dueNanos - System.nanoTime();
              left > 0;
              left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          recorder.record(frame);
        }
      }
    }
  }

  private static void configure(FFmpegFrameRecorder recorder, double frameRate) {
    recorder.setFormat("webm");
    recorder.setFrameRate(frameRate);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_VP8);
    recorder.setVideoBitrate(2_500_000);
    recorder.setGopSize(90);
    recorder.setVideoOption("deadline", "realtime");
    recorder.setVideoOption("cpu-used", "-8");
    recorder.setVideoOption("lag-in-frames", "0");
    recorder.setVideoOption("auto-alt-ref", "0");
    recorder.setVideoOption("threads", "1");
    recorder.setAudioCodec(avcodec.AV_CODEC_ID_OPUS);
    recorder.setAudioBitrate(128_000);
    recorder.setSampleRate(48_000);
  }
}
