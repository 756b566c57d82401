package dev.usermedia.codecs;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import java.nio.file.Path;

/** A process that records the synthetic devices until it is killed, and says how long it has. */
final class RecordForever {
  private RecordForever() {}

  /** Records to the file that is named. */
  public static void main(String[] args) throws Exception {
    MediaContext context = MediaContext.builder().fakeDevices().build();
    MediaStream stream =
        context
            .mediaDevices()
            .getUserMedia(
                MediaStreamConstraints.builder()
                    .audio(true)
                    .video(MediaTrackConstraints.builder().width(320).height(240).build())
                    .build());
    StreamRecorder recorder = StreamRecorder.open(Path.of(args[0]), RecorderOptions.defaults());
    recorder.start(stream, context.clock());
    long startUs = context.clock().nowUs();
    for (long at = 0; ; at += 20_000) {
      context.clock().awaitUs(startUs + at);
      System.out.println(context.clock().nowUs() - startUs);
    }
  }
}
