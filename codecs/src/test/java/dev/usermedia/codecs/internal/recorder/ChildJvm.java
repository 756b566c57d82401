package dev.usermedia.codecs.internal.recorder;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to start another JVM with what this one was started with. */
public final class ChildJvm {
  private ChildJvm() {}

  /** The command that runs a class of the tests. */
  public static List<String> command(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("--class-path", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Everything that this process was started with, be it as modules or as classes. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("jdk.module.path"),
            System.getProperty("java.class.path"),
            testClasses().toString())
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path testClasses() {
    try {
      Path at = Path.of(ChildJvm.class.getResource("ChildJvm.class").toURI());
      for (int i = ChildJvm.class.getName().split("\\.", -1).length; i > 0; i--) {
        at = at.getParent();
      }
      return at;
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
