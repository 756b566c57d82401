import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Makes the classes of jars ones that a start-up cache can hold all of, and replaces the jars that
 * had others:
 *
 * <ul>
 *   <li>Classes older than Java 6 take the form of Java 8, as a cache takes none without stack
 *       maps.
 *   <li>Switches over types, and what records have by themselves, are written out. The compiler
 *       leaves both to the first call, which then generates classes; a cache keeps those of lambdas,
 *       but not these.
 * </ul>
 */
final class PrepareClasses {
  private static final int MAGIC_AND_MINOR_BYTES = 6;
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc STRING_BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(
          ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final int PRIVATE =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private PrepareClasses() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      Path path = Path.of(jar);
      try (URLClassLoader loader = new URLClassLoader(jarsBeside(path))) {
        ClassFile format =
            ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ConstantPoolSharingOption.NEW_POOL,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
        prepare(path, format);
      }
    }
  }

  private static URL[] jarsBeside(Path jar) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(jar.getParent(), "*.jar")) {
      for (Path path : paths) {
        urls.add(path.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  private static void prepare(Path jar, ClassFile format) throws IOException {
    Path prepared = Path.of(jar + ".prepared");
    boolean any = false;
    try (JarFile from = new JarFile(jar.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(prepared))) {
      for (JarEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class")) {
          byte[] changed = prepare(content, format);
          any |= changed != content;
          content = changed;
        }
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
      }
    }
    if (any) {
      Files.move(prepared, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(prepared);
    }
  }

  /** The class as it is to be; the very same bytes if it is so already. */
  private static byte[] prepare(byte[] content, ClassFile format) {
    ClassModel model = format.parse(content);
    if (version(content) < ClassFile.JAVA_6_VERSION) {
      return format.transformClass(model, renewal());
    }
    Written written = new Written(model);
    byte[] changed = format.transformClass(model, written);
    return written.methods.isEmpty() ? content : changed;
  }

  private static int version(byte[] content) {
    return Byte.toUnsignedInt(content[MAGIC_AND_MINOR_BYTES]) << Byte.SIZE
        | Byte.toUnsignedInt(content[MAGIC_AND_MINOR_BYTES + 1]);
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

  private interface Body {
    void write(CodeBuilder code);
  }

  private record Method(String name, MethodTypeDesc type, Body body) {}

  /** Has a class call methods of its own where it would have classes generated. */
  private static final class Written implements ClassTransform {
    private final ClassDesc self;
    private final boolean isInterface;
    final List<Method> methods = new ArrayList<>();

    Written(ClassModel model) {
      self = model.thisClass().asSymbol();
      isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method && generates(method)) {
        builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
      } else {
        builder.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      for (Method method : methods) {
        builder.withMethodBody(method.name, method.type, PRIVATE, method.body::write);
      }
    }

    private boolean generates(MethodModel method) {
      return method.code().stream()
          .flatMap(code -> code.elementStream())
          .anyMatch(
              element ->
                  element instanceof InvokeDynamicInstruction call && body(call) != null);
    }

    private void replace(CodeBuilder code, CodeElement element) {
      Body body = element instanceof InvokeDynamicInstruction call ? body(call) : null;
      if (body == null) {
        code.with(element);
        return;
      }
      InvokeDynamicInstruction call = (InvokeDynamicInstruction) element;
      Method method =
          new Method("$" + call.name().stringValue() + methods.size(), call.typeSymbol(), body);
      methods.add(method);
      code.invokestatic(self, method.name, method.type, isInterface);
    }

    /** What the call would come to; null if it is none of those written out. */
    private Body body(InvokeDynamicInstruction call) {
      DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
      List<ConstantDesc> arguments = call.bootstrapArgs();
      if (bootstrap.owner().equals(SWITCHES)
          && bootstrap.methodName().equals("typeSwitch")
          && !call.typeSymbol().parameterType(0).isPrimitive()
          && arguments.stream().allMatch(it -> it instanceof ClassDesc)) {
        return code -> writeSwitch(code, arguments);
      }
      if (!bootstrap.owner().equals(RECORDS)) {
        return null;
      }
      String names = (String) arguments.get(1);
      List<DirectMethodHandleDesc> fields =
          arguments.stream().skip(2).map(it -> (DirectMethodHandleDesc) it).toList();
      return switch (call.name().stringValue()) {
        case "equals" -> code -> writeEquals(code, fields);
        case "hashCode" -> code -> writeHashCode(code, fields);
        case "toString" -> code -> writeToString(code, names, fields);
        default -> null;
      };
    }

    /** The index of the first type from a given one on that the object is of; -1 for null. */
    private static void writeSwitch(CodeBuilder code, List<ConstantDesc> types) {
      code.aload(0).ifThen(Opcode.IFNULL, it -> it.iconst_m1().ireturn());
      for (int i = 0; i < types.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(types.size()).ireturn();
    }

    private void writeEquals(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
      Label differ = code.newLabel();
      Label other = code.newLabel();
      code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
      code.aload(1).instanceOf(self).ifeq(differ).aload(1).checkcast(self).astore(2);
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc type = typeOf(field);
        code.aload(0).getfield(self, field.methodName(), type);
        code.aload(2).getfield(self, field.methodName(), type);
        switch (TypeKind.from(type)) {
          case LONG -> code.lcmp().ifne(differ);
          case FLOAT, DOUBLE -> code.invokestatic(box(type), "compare", both(type)).ifne(differ);
          case REFERENCE ->
              code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(differ);
          default -> code.if_icmpne(differ);
        }
      }
      code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static MethodTypeDesc both(ClassDesc type) {
      return MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
    }

    private void writeHashCode(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
      code.iconst_0();
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc type = typeOf(field);
        ClassDesc of = type.isPrimitive() ? type : ConstantDescs.CD_Object;
        code.bipush(31).imul().aload(0).getfield(self, field.methodName(), type);
        code.invokestatic(
            type.isPrimitive() ? box(type) : OBJECTS,
            "hashCode",
            MethodTypeDesc.of(ConstantDescs.CD_int, of));
        code.iadd();
      }
      code.ireturn();
    }

    private void writeToString(
        CodeBuilder code, String names, List<DirectMethodHandleDesc> fields) {
      code.new_(STRING_BUILDER).dup();
      code.invokespecial(STRING_BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
      String[] name = names.split(";");
      String before = simpleName() + "[";
      for (int i = 0; i < fields.size(); i++) {
        ClassDesc type = typeOf(fields.get(i));
        append(code.loadConstant(before + name[i] + "="), ConstantDescs.CD_String);
        code.aload(0).getfield(self, fields.get(i).methodName(), type);
        append(
            code,
            switch (TypeKind.from(type)) {
              case BYTE, SHORT -> ConstantDescs.CD_int;
              case REFERENCE -> ConstantDescs.CD_Object;
              default -> type;
            });
        before = ", ";
      }
      append(code.loadConstant(fields.isEmpty() ? before + "]" : "]"), ConstantDescs.CD_String);
      code.invokevirtual(
          STRING_BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
      code.areturn();
    }

    /** As the class says it at runtime: local ones have a number before their name. */
    private String simpleName() {
      String name = self.displayName();
      return name.substring(name.lastIndexOf('$') + 1).replaceFirst("^[0-9]+", "");
    }

    private static void append(CodeBuilder code, ClassDesc type) {
      code.invokevirtual(STRING_BUILDER, "append", MethodTypeDesc.of(STRING_BUILDER, type));
    }

    private static ClassDesc typeOf(DirectMethodHandleDesc getter) {
      return getter.invocationType().returnType();
    }

    private static ClassDesc box(ClassDesc primitive) {
      return switch (TypeKind.from(primitive)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        default -> ConstantDescs.CD_Double;
      };
    }
  }
}
