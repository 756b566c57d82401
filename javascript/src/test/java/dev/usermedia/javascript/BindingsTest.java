package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The binding of interfaces as Web IDL has it; the Web Platform Tests say the same at length. */
class BindingsTest {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static ScriptEngine engine;
  private static ScriptContext context;

  @BeforeAll
  static void open() {
    engine = ScriptEngine.create();
    context =
        engine
            .newContext()
            .media(media -> media.fakeDevices())
            .console((_, text) -> LINES.add(text))
            .onUncaught(text -> LINES.add("uncaught " + text))
            .build();
  }

  @AfterAll
  static void close() {
    context.close();
    engine.close();
  }

  /** What the expression yields, or the name and message of what it throws. */
  private static String value(String expression) throws InterruptedException {
    String mark = "value " + CALLS.incrementAndGet() + " ";
    var _ =
        context.run(
            "value",
            "(async () => ("
                + expression
                + "))().then(String, (e) => e.name + ' ' + e.message).then((v) => console.log('"
                + mark
                + "' + v));");
    while (true) {
      String line = LINES.poll(50, TimeUnit.SECONDS);
      assertThat(line).isNotNull();
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "typeof MediaStream | function",
        "MediaStream.length | 0",
        "MediaStreamTrackEvent.length | 2",
        "MediaStream.prototype.addTrack.length | 1",
        "MediaDevices.prototype.getUserMedia.length | 0",
        "Object.getPrototypeOf(MediaStream) === EventTarget | true",
        "Object.prototype.toString.call(new MediaStream()) | [object MediaStream]",
        "Object.keys(MediaStream.prototype).includes('getTracks') | true",
        "Object.getOwnPropertyDescriptor(globalThis, 'MediaStream').enumerable | false",
        "Object.getOwnPropertyDescriptor(MediaStream.prototype, 'id').set | undefined",
        "Object.getOwnPropertyDescriptor(MediaStream.prototype, 'id').get.name | get id",
        "new MediaStream().getTracks().length | 0",
        "new MediaStream(new MediaStream()) instanceof MediaStream | true",
        "new MediaStream([]).active | false",
        "String(new URL('a', 'https://b.test/')) + new URL('c', new URL('https://d.test/')) | https://b.test/ahttps://d.test/c",
        "String(location) === location.href && Object.hasOwn(location, 'toString') | true",
        "Node.ELEMENT_NODE + document.body.nodeType | 2",
        "new Event('x').isTrusted | false",
        "new Event('x', null).bubbles | false",
        "navigator.mediaDevices === navigator.mediaDevices | true",
        "new AbortController().signal.aborted | false",
        "AbortSignal.abort().reason.name | AbortError",
        "new DOMException('m', 'NotFoundError').code | 8",
        "new URL('../b?c=d#e', 'https://h:444/a/x').href | https://h:444/b?c=d#e",
        "new URLSearchParams('a=1&b=2&a=3').getAll('a').join() | 1,3",
        "document.createElement('div').outerHTML | <div></div>",
        "structuredClone({ a: [1, new Date(5)] }).a[1].getTime() | 5"
      })
  void membersAreAsTheIdlHasThem(String expression, String expected) throws InterruptedException {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MediaStream() | TypeError",
        "new MediaDevices() | TypeError",
        "new MediaStream(1) | TypeError",
        "new MediaStream([{}]) | TypeError",
        "new MediaStream().addTrack() | TypeError",
        "new MediaStream().addTrack({}) | TypeError",
        "Object.create(MediaStream.prototype).id | TypeError",
        "navigator.mediaDevices.getUserMedia(1) | TypeError",
        "navigator.mediaDevices.getUserMedia({}) | TypeError",
        "MediaDevices.prototype.getUserMedia.call({}, {}) | TypeError",
        "new MediaStreamTrackEvent('x', {}) | TypeError",
        "new Event() | TypeError",
        "document.body.appendChild(document.documentElement) | HierarchyRequestError",
        "structuredClone(() => 1) | DataCloneError",
        "document.querySelector('&') | SyntaxError"
      })
  void whatDoesNotFitIsRefused(String expression, String error) throws InterruptedException {
    assertThat(value(expression)).startsWith(error + " ");
  }

  @Test
  void anAsynchronousOperationNeverThrows() throws InterruptedException {
    assertThat(value("MediaDevices.prototype.enumerateDevices.call(1) instanceof Promise"))
        .isEqualTo("true");
  }
}
