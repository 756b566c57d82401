package dev.usermedia.app.internal.photo;

import dev.usermedia.app.internal.capture.Capture;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Subcommand;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.log.CommandLog;
import dev.usermedia.app.internal.options.OutArgument;
import dev.usermedia.app.internal.options.SourceOptions;
import dev.usermedia.app.internal.options.SourceRequest;
import dev.usermedia.app.internal.output.OutputFile;
import dev.usermedia.codecs.PhotoEncoder;
import dev.usermedia.frame.VideoFrame;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code usermedia photo}. */
public final class PhotoCommand implements Subcommand {
  private static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".jpeg");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("photo");
    spec.usageMessage()
        .customSynopsis("usermedia photo [SOURCES] [OPTIONS] OUT")
        .description("Takes the first picture of a camera or a screen, as PNG or JPEG.", "")
        .footer(
            "",
            "Examples:",
            "  usermedia photo --fake still.png",
            "  usermedia photo --screen --video '{\"cursor\":\"never\"}' desk.png",
            "  usermedia photo --camera file:clip.mp4 --video 640x480 --overwrite still.jpg",
            "",
            "Exit codes: see usermedia --help.");
    SourceOptions.addPicture(spec);
    spec.addOption(OutputFile.overwriteOption());
    OutArgument.add(spec, "The file to write; its name ends in .png, .jpg or .jpeg.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Terminal terminal, Interruption interruption) {
    List<String> warnings = new ArrayList<>();
    OutArgument out = OutArgument.read(arguments, EXTENSIONS);
    SourceRequest request = SourceOptions.read(arguments, out, warnings::add);
    OutputFile file = OutputFile.check(out.text(), EXTENSIONS, OutputFile.mayOverwrite(arguments));
    byte[] photo;
    String size;
    try (Capture capture = Capture.open(request, warnings::add);
        VideoFrame frame = FirstFrame.of(capture.video().orElseThrow())) {
      size = frame.displayWidth() + "x" + frame.displayHeight();
      photo = encode(frame, file.extension());
    }
    file.write(photo);
    warnings.forEach(terminal::warn);
    CommandLog.current().release(terminal::warn);
    terminal.print(file.path() + ": " + size + ", " + photo.length + " bytes");
    return ExitCode.OK;
  }

  private static byte[] encode(VideoFrame frame, String extension) {
    return extension.equals(".png")
        ? PhotoEncoder.png(frame)
        : PhotoEncoder.jpeg(frame, PhotoEncoder.DEFAULT_JPEG_QUALITY);
  }
}
