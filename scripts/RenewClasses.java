import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Gives the classes of a jar that are older than Java 6 the form of Java 8, as a start-up cache
 * takes none without stack maps. The jar is replaced if it has any.
 */
final class RenewClasses {
  private static final int MAGIC_AND_MINOR_BYTES = 6;

  private RenewClasses() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      Path path = Path.of(jar);
      Path renewed = Path.of(jar + ".renewed");
      if (renew(path, renewed)) {
        Files.move(renewed, path, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.delete(renewed);
      }
    }
  }

  private static boolean renew(Path jar, Path renewed) throws IOException {
    boolean any = false;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        JarFile from = new JarFile(jar.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(renewed))) {
      ClassFile format =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
      for (JarEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class") && isOld(content)) {
          content = format.transformClass(format.parse(content), renewal());
          any = true;
        }
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
      }
    }
    return any;
  }

  private static boolean isOld(byte[] content) {
    int version =
        Byte.toUnsignedInt(content[MAGIC_AND_MINOR_BYTES]) << Byte.SIZE
            | Byte.toUnsignedInt(content[MAGIC_AND_MINOR_BYTES + 1]);
    return version < ClassFile.JAVA_6_VERSION;
  }

  private static ClassTransform renewal() {
    return ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
        .andThen(
            (builder, element) -> {
              if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
              } else {
                builder.with(element);
              }
            });
  }
}
