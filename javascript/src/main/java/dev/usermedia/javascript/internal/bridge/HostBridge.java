package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaContext;
import dev.usermedia.javascript.ConsoleLevel;
import dev.usermedia.javascript.Downloads;
import dev.usermedia.javascript.PageResource;
import dev.usermedia.javascript.PageResources;
import dev.usermedia.javascript.PictureEncoder;
import dev.usermedia.javascript.ScriptConsole;
import dev.usermedia.javascript.internal.engine.RuntimeFiles;
import dev.usermedia.javascript.internal.loop.ScriptLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * All that this room's JavaScript can reach of Java. A script never holds it; even one that got
 * hold of it could do no more with it than with {@code navigator.mediaDevices}.
 */
public final class HostBridge {
  private final ScriptLoop loop;
  private final MediaContext context;
  private final ScriptConsole console;
  private final Consumer<String> uncaught;
  private final Consumer<Throwable> failures;
  private final PageResources resources;
  private final Evaluation evaluation;
  private final Documents documents;
  private final List<FrameHost> frames = new ArrayList<>();
  private final PictureEncoder encoder;
  private final Downloads downloads;
  private final Held.All held = new Held.All();
  private final PictureQuota quota;
  private final Map<String, Function<List<String>, String>> functions;
  private @Nullable MediaHost media;
  private @Nullable ElementHost elements;
  private @Nullable AudioHost audio;
  private @Nullable ConnectionsHost connections;
  private final BooleanSupplier network;
  private final MessagesHost messages;

  /**
   * A bridge.
   *
   * @param uncaught told, as text with a stack, what no script caught
   * @param failures told what is thrown where no script could catch it
   * @param pictureBytes how much memory off the heap its pictures may take up
   * @param network asked whether peer connections may find a way to a peer
   */
  public HostBridge(
      ScriptLoop loop,
      MediaContext context,
      ScriptConsole console,
      Consumer<String> uncaught,
      Consumer<Throwable> failures,
      PageResources resources,
      Evaluation evaluation,
      Documents documents,
      Map<String, Function<List<String>, String>> functions,
      PictureEncoder encoder,
      Downloads downloads,
      long pictureBytes,
      BooleanSupplier network,
      Workers workers,
      Optional<WorkerScope> worker) {
    this.loop = loop;
    this.context = context;
    this.console = console;
    this.uncaught = uncaught;
    this.failures = failures;
    this.resources = resources;
    this.evaluation = evaluation;
    this.documents = documents;
    this.functions = Map.copyOf(functions);
    this.encoder = encoder;
    this.downloads = downloads;
    this.quota = new PictureQuota(pictureBytes);
    this.network = network;
    this.messages = new MessagesHost(loop, workers, worker, held);
  }

  /** The script's side gives what Java needs of the language. */
  @Export
  public void ready(Value newObject, Value newArray, Value thrower, Value undefined) {
    Trees trees = new Trees(newObject, newArray);
    media = new MediaHost(context, trees, new Answers(thrower, failures), undefined);
    elements = new ElementHost(loop, context, media, held, quota, encoder);
    audio = new AudioHost(media, held, quota);
    connections = new ConnectionsHost(media, loop, held, console, network);
  }

  /** Hands a file of the page over. */
  @Export
  public void download(String name, String type, Value buffer) {
    byte[] content = new byte[Math.toIntExact(buffer.getBufferSize())];
    buffer.readBuffer(0, content, 0, content.length);
    downloads.save(name, type, content);
  }

  /** Lets go what scripts hold of the memory of frames, and the devices of the page's frames. */
  public void close() {
    held.close();
    frames.forEach(FrameHost::close);
  }

  /**
   * The devices of a frame of the page: a document of its own.
   *
   * @param features what it may use, as an array of names
   */
  @Export
  public FrameHost frame(String origin, Value features) {
    List<String> names = texts(features);
    FrameHost frame = new FrameHost(documents.open(origin, names), opened -> media().of(opened));
    frames.add(frame);
    return frame;
  }

  /** Makes the devices of a further document of the same scripts. */
  @FunctionalInterface
  public interface Documents {
    /** Of an origin, with the features that it may use. */
    MediaContext open(String origin, List<String> features);
  }

  /** A file of this room's own JavaScript, for a further global of it. */
  @Export
  public String runtimeFile(String name) {
    return RuntimeFiles.read(name).getCharacters().toString();
  }

  /** What a library is when it is evaluated, in the first global. */
  @Export
  public Value library(String name) {
    return Context.getCurrent().eval(RuntimeFiles.library(name));
  }

  /** Its text, for a further global. */
  @Export
  public String libraryText(String name) {
    return RuntimeFiles.library(name).getCharacters().toString();
  }

  @Export
  public MediaHost media() {
    if (media == null) {
      throw new IllegalStateException("before ready");
    }
    return media;
  }

  @Export
  public ElementHost elements() {
    if (elements == null) {
      throw new IllegalStateException("before ready");
    }
    return elements;
  }

  @Export
  public AudioHost audio() {
    if (audio == null) {
      throw new IllegalStateException("before ready");
    }
    return audio;
  }

  @Export
  public ConnectionsHost connections() {
    if (connections == null) {
      throw new IllegalStateException("before ready");
    }
    return connections;
  }

  @Export
  public MessagesHost messages() {
    return messages;
  }

  @Export
  public void print(String level, String text) {
    console.print(ConsoleLevel.of(level), text);
  }

  @Export
  public void uncaught(String text) {
    uncaught.accept(text);
  }

  /** The present time of the clock of all frames, in microseconds. */
  @Export
  public double now() {
    return context.clock().nowUs();
  }

  /** Milliseconds since 1970. */
  @Export
  public double wallClock() {
    return System.currentTimeMillis();
  }

  /** Calls a function later. */
  @Export
  public TimerHost timer(double delayMs, Value steps) {
    return started(loop.timer(delayMs, steps::executeVoid, false));
  }

  /** The same, but nobody waits for it: a script whose work is done ends before. */
  @Export
  public TimerHost backgroundTimer(double delayMs, Value steps) {
    return started(loop.timer(delayMs, steps::executeVoid, true));
  }

  /** A number of the present task, which later tasks do not have. */
  @Export
  public double task() {
    return loop.taskNumber();
  }

  private TimerHost started(ScriptLoop.@Nullable Timer timer) {
    if (timer == null) {
      throw tooMany();
    }
    return new TimerHost(timer);
  }

  /** Ends the script, whether or not it catches what is thrown. */
  private TooManyTimers tooMany() {
    TooManyTimers failure = new TooManyTimers();
    failures.accept(failure);
    return failure;
  }

  /** More timers than the limits allow. */
  public static final class TooManyTimers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyTimers() {
      super("too many timers");
    }
  }

  /** A timer that can be taken back. */
  public static final class TimerHost {
    private final ScriptLoop.Timer timer;

    TimerHost(ScriptLoop.Timer timer) {
      this.timer = timer;
    }

    @Export
    public void cancel() {
      timer.cancel();
    }
  }

  /** What is at an address of the page's host; undefined if nothing is. */
  @Export
  public Object load(String url) {
    Optional<PageResource> found = resources.load(url);
    return found.isPresent() ? new ResourceHost(found.get()) : media().undefined();
  }

  /** A page as steps that build its tree, in JSON. */
  @Export
  public String parseDocument(String text) {
    return HtmlSteps.ofDocument(text);
  }

  /** The same of a piece of a page, as the contents of an element. */
  @Export
  public String parseFragment(String text, String context) {
    return HtmlSteps.ofFragment(text, context);
  }

  /** Evaluates a script in the first global. */
  @Export
  public Value evaluate(String text, String url, boolean module) {
    return evaluation.evaluate(text, url, module);
  }

  /** Evaluates the text of a script. */
  @FunctionalInterface
  public interface Evaluation {
    /** The value of the script, or what a module's evaluation promises. */
    Value evaluate(String text, String url, boolean module);
  }

  /** Calls a function of the host of this context. */
  @Export
  public String call(String name, Value arguments) {
    return Objects.requireNonNull(functions.get(name)).apply(texts(arguments));
  }

  private static List<String> texts(Value array) {
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      texts.add(array.getArrayElement(i).asString());
    }
    return texts;
  }

  @Export
  public String uuid() {
    return UUID.randomUUID().toString();
  }

  /** Something was asked for that will be answered. */
  @Export
  public void retain() {
    loop.retain();
  }

  /** It was answered. */
  @Export
  public void release() {
    loop.release();
  }

  @Export
  public String version() {
    String version =
        HostBridge.class.getModule().getDescriptor() == null
            ? null
            : HostBridge.class.getModule().getDescriptor().rawVersion().orElse(null);
    return version == null ? "development" : version;
  }

  @Export
  public String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  @Export
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
