package dev.usermedia.javascript.internal.engine;

import dev.usermedia.javascript.ScriptLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The language as scripts get it: with nothing of Java, processes or the network, and no files but
 * the modules of the page's host.
 */
public final class Language {
  private static final String JS = "js";
  private static final String MODULE = "application/javascript+module";

  /** What is exported, and bytes in bulk where a buffer is handed over. */
  private static final HostAccess HOST_ACCESS =
      HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

  private Language() {}

  /** A context without anything of the Web. */
  public static Context context(Engine engine, ScriptLimits limits, ModuleFiles modules) {
    return Context.newBuilder(JS)
        .engine(engine)
        .allowHostAccess(HOST_ACCESS)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowIO(IOAccess.newBuilder().fileSystem(modules).build())
        .allowExperimentalOptions(true)
        .option("js.ecmascript-version", "staging")
        .option("js.v8-realm-builtin", "true")
        .option("js.unhandled-rejections", "handler")
        .option("js.esm-eval-returns-exports", "true")
        .option("js.console", "false")
        .option("js.print", "false")
        .option("js.load", "false")
        .resourceLimits(limits(limits))
        .build();
  }

  private static ResourceLimits limits(ScriptLimits limits) {
    ResourceLimits.Builder made = ResourceLimits.newBuilder();
    if (limits.statements() > 0) {
      made.statementLimit(limits.statements(), source -> !source.isInternal());
    }
    return made.build();
  }

  /** The text of a script. */
  public static Source source(String text, String url, boolean module) {
    Optional<Path> path = module ? ModuleFiles.path(url) : Optional.empty();
    if (path.isEmpty()) {
      Source.Builder builder = Source.newBuilder(JS, text, url);
      return (module ? builder.mimeType(MODULE) : builder).buildLiteral();
    }
    try {
      return Source.newBuilder(JS, path.get().toFile())
          .content(text)
          .name(url)
          .mimeType(MODULE)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the content is given: nothing is read
    }
  }

  /** Of what a script ran out; the engine tells the two apart in no other way. */
  public static String exhausted(PolyglotException e) {
    return String.valueOf(e.getMessage()).contains("tatement")
        ? "it ran more statements than it may"
        : "memory ran out in it";
  }
}
