package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code scripts/PrepareClasses.java} does to the command's classes: nothing to be noticed.
 */
@Tag("e2e")
class PreparedClassesTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  private static final Path LAUNCHER = Path.of(System.getProperty("usermedia.command", ""));

  /** Prints what records and switches of all sorts do. */
  private static final String SAMPLE =
      """
      package sample;

      import java.util.*;
      import java.util.concurrent.Callable;

      public class Sample implements Callable<List<String>> {
        record Nothing() {}
        record All(boolean z, byte b, short s, char c, int i, long l, float f, double d,
            String text, int[] array, List<?> list) {
          static All of(double d, float f, String text, int[] array) {
            return new All(true, (byte) -1, (short) -2, 'x', 3, 1L << 40, f, d, text, array, List.of(1));
          }
        }
        record Pair<A, B>(A first, B second) {
          @Override public String toString() { return "<" + first + "," + second + ">"; }
        }
        enum Color { RED, GREEN }
        sealed interface Shape {
          record Circle(double radius) implements Shape {}
          record Square(int side) implements Shape {}
          final class Blob implements Shape {}

          default String name() {
            return switch (this) {
              case Circle c when c.radius() > 10 -> "large circle";
              case Circle c -> "circle";
              case Square s when s.side() == 0 -> "point";
              case Square(int side) -> "square of " + side;
              case Blob _ -> "blob";
            };
          }
        }

        static String kind(Object o) {
          return switch (o) {
            case null -> "null";
            case Integer i when i > 5 -> "more than 5";
            case Number n -> "number";
            case String[] texts -> "texts " + texts.length;
            case CharSequence text -> "text";
            default -> "something";
          };
        }

        static String label(Object o) {
          return switch (o) {
            case Color.RED -> "red";
            case Color c -> "color";
            case String s when s.isEmpty() -> "empty";
            default -> "else";
          };
        }

        @Override public List<String> call() {
          record Local(int value) {}
          List<String> said = new ArrayList<>();
          int[] array = {1};
          List<Object> all = new ArrayList<>(List.of(new Nothing(), new Nothing(),
              All.of(0.0, 0f, "a", array), All.of(0.0, 0f, "a", array), All.of(-0.0, 0f, "a", array),
              All.of(0.0, -0f, "a", array), All.of(Double.NaN, Float.NaN, "a", array),
              All.of(Double.NaN, Float.NaN, "a", array), All.of(0.0, 0f, null, array),
              All.of(0.0, 0f, "a", null), new Pair<>("x", 1), new Pair<>("x", 1L), new Pair<>(null, null), new Local(1)));
          for (Object one : all) {
            said.add(one.toString().replaceAll("@\\\\w+", "@"));
            if (!one.toString().contains("@")) {
              said.add("hash " + one.hashCode());
            }
            for (Object other : all) {
              said.add("equals " + one.equals(other) + (one.hashCode() == other.hashCode()));
            }
            said.add("equals null " + one.equals(null));
          }
          for (Shape shape : List.of(new Shape.Circle(1), new Shape.Circle(11), new Shape.Square(0),
              new Shape.Square(2), new Shape.Blob())) {
            said.add(shape.name());
          }
          for (Object o : Arrays.asList(null, 5, 6, 7.5, "x", new StringBuilder(), new String[2], array)) {
            said.add(kind(o));
          }
          for (Object o : List.of(Color.RED, Color.GREEN, "", "x", 1)) {
            said.add(label(o));
          }
          try {
            ((Shape) null).name();
          } catch (NullPointerException e) {
            said.add("NullPointerException");
          }
          return said;
        }
      }
      """;

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void compile() throws Exception {
    Path source = Files.writeString(directory.resolve("Sample.java"), SAMPLE);
    Path classes = directory.resolve("classes");
    jar = directory.resolve("sample.jar");
    run(JAVA.resolve("javac").toString(), "-d", classes.toString(), source.toString());
    run(JAVA.resolve("jar").toString(), "-cf", jar.toString(), "-C", classes.toString(), ".");
  }

  @Test
  void recordsAndSwitchesDoWhatTheyDidBefore() throws Exception {
    List<String> before = answers();

    prepare();

    assertThat(answers()).isEqualTo(before);
    assertThat(before)
        .hasSizeGreaterThan(200)
        .contains("large circle", "texts 2", "Nothing[]", "Local[value=1]");
  }

  @Test
  void whatWouldGenerateClassesIsWrittenOut() throws Exception {
    assertThat(calls("sample.Sample$All")).contains("ObjectMethods");
    assertThat(calls("sample.Sample$Shape")).contains("SwitchBootstraps");

    prepare();

    assertThat(calls("sample.Sample$All")).doesNotContain("ObjectMethods");
    assertThat(calls("sample.Sample$Shape")).doesNotContain("SwitchBootstraps");
    assertThat(calls("sample.Sample")).contains("SwitchBootstraps"); // of labels, not of types
  }

  @Test
  void aJarThatIsAsItShouldBeStaysAsItIs() throws Exception {
    prepare();
    byte[] prepared = Files.readAllBytes(jar);

    prepare();

    assertThat(Files.readAllBytes(jar)).isEqualTo(prepared);
    assertThat(directory.toFile().list()).containsOnly("Sample.java", "classes", "sample.jar");
  }

  private void prepare() throws Exception {
    Path program = LAUNCHER.resolveSibling("scripts").resolve("PrepareClasses.java");
    run(JAVA.resolve("java").toString(), program.toString(), jar.toString());
  }

  private String calls(String name) throws Exception {
    return run(JAVA.resolve("javap").toString(), "-p", "-v", "-cp", jar.toString(), name);
  }

  @SuppressWarnings("unchecked")
  private List<String> answers() throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Object sample = loader.loadClass("sample.Sample").getConstructor().newInstance();
      return ((Callable<List<String>>) sample).call();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
