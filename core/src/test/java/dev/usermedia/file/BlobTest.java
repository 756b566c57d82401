package dev.usermedia.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BlobTest {
  @Test
  void partsFollowOneAnother() {
    Blob inner = new Blob(List.of(BlobPart.of("two")));
    Blob blob =
        new Blob(
            List.of(
                BlobPart.of("one"),
                inner,
                BlobPart.of(new byte[] {'3'}),
                BlobPart.of(ByteBuffer.wrap("x45x".getBytes(StandardCharsets.US_ASCII), 1, 2))));
    assertThat(blob.text()).isEqualTo("onetwo345");
    assertThat(blob.size()).isEqualTo(9);
    assertThat(blob.type()).isEmpty();
    assertThat(new Blob().size()).isZero();
  }

  @Test
  void bytesAreThoseOfTheMomentItWasMade() {
    byte[] bytes = {1, 2};
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {3, 4});
    Blob blob = new Blob(List.of(BlobPart.of(bytes), BlobPart.of(buffer)));
    bytes[0] = 9;
    buffer.put(0, (byte) 9);
    assertThat(blob.bytes()).containsExactly(1, 2, 3, 4);
    blob.bytes()[0] = 9;
    blob.arrayBuffer().put(0, (byte) 9);
    assertThat(blob.bytes()).containsExactly(1, 2, 3, 4);
    assertThat(buffer.position()).isZero();
  }

  @Test
  void slicesOfAnyBlobHaveTheBytesThatAnArrayHasThere() throws IOException {
    Random random = new Random(20_251_122);
    for (int round = 0; round < 2_000; round++) {
      List<BlobPart> parts = new ArrayList<>();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = random.nextInt(5); i > 0; i--) {
        byte[] part = new byte[random.nextInt(6)];
        random.nextBytes(part);
        all.writeBytes(part);
        parts.add(random.nextBoolean() ? BlobPart.of(part) : new Blob(List.of(BlobPart.of(part))));
      }
      byte[] bytes = all.toByteArray();
      long start = random.nextInt(-30, 30);
      long end = random.nextInt(-30, 30);
      int from =
          (int) (start < 0 ? Math.max(bytes.length + start, 0) : Math.min(start, bytes.length));
      int to = (int) (end < 0 ? Math.max(bytes.length + end, 0) : Math.min(end, bytes.length));
      byte[] expected = Arrays.copyOfRange(bytes, from, Math.max(from, to));
      Blob slice = new Blob(parts).slice(start, end);
      assertThat(slice.bytes()).as("%d to %d of %d", start, end, bytes.length).isEqualTo(expected);
      assertThat(slice.size()).isEqualTo(expected.length);
      try (InputStream stream = slice.stream()) {
        assertThat(stream.readNBytes(1))
            .isEqualTo(Arrays.copyOf(expected, Math.min(1, expected.length)));
        assertThat(stream.readAllBytes())
            .isEqualTo(Arrays.copyOfRange(expected, Math.min(1, expected.length), expected.length));
        assertThat(stream.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void slicesHaveATypeOfTheirOwn() {
    Blob blob = new Blob(List.of(BlobPart.of("abc")), BlobPropertyBag.type("Text/Plain"));
    assertThat(blob.type()).isEqualTo("text/plain");
    assertThat(blob.slice().type()).isEmpty();
    assertThat(blob.slice(1, 2, "Image/PNG").type()).isEqualTo("image/png");
    assertThat(blob.slice(1, 2, "te\u00e4t").type()).isEmpty();
    assertThat(new Blob(List.of(), BlobPropertyBag.type("a\tb")).type()).isEmpty();
    assertThat(blob.slice(1).text()).isEqualTo("bc");
    assertThat(blob.slice(-2).slice(0, -1).text()).isEqualTo("b");
  }

  @Test
  void lineEndingsBecomeTheSystemsOwnIfThatIsWanted() {
    String text = "a\r\nb\rc\n\nd";
    assertThat(new Blob(List.of(BlobPart.of(text))).text()).isEqualTo(text);
    String ending = System.lineSeparator().equals("\r\n") ? "\r\n" : "\n";
    Blob converted =
        new Blob(
            List.of(BlobPart.of(text), BlobPart.of(new byte[] {'\r'})),
            new BlobPropertyBag("", EndingType.NATIVE));
    // bytes stay as they are
    assertThat(converted.text())
        .isEqualTo("a" + ending + "b" + ending + "c" + ending + ending + "d\r");
  }

  @Test
  void textIsUtf8InBothDirections() throws IOException {
    assertThat(new Blob(List.of(BlobPart.of("\u00e4\ud83c\udfa5\ud800x"))).text())
        .isEqualTo("\u00e4\ud83c\udfa5\ufffdx");
    Blob marked =
        new Blob(
            List.of(
                BlobPart.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
                BlobPart.of("text"),
                BlobPart.of(new byte[] {(byte) 0xC3})));
    assertThat(marked.text()).isEqualTo("text\ufffd");
    for (Blob blob : List.of(marked, marked.slice(3), marked.slice(0, 2), new Blob())) {
      StringWriter streamed = new StringWriter();
      blob.textStream().transferTo(streamed);
      assertThat(streamed).hasToString(blob.text());
    }
  }

  @Test
  void theAsyncFormsAnswerTheSame() throws Exception {
    Blob blob = new Blob(List.of(BlobPart.of("abc")));
    assertThat(blob.textAsync().get(10, TimeUnit.SECONDS)).isEqualTo("abc");
    assertThat(blob.bytesAsync().get(10, TimeUnit.SECONDS)).isEqualTo(blob.bytes());
    assertThat(blob.arrayBufferAsync().get(10, TimeUnit.SECONDS)).isEqualTo(blob.arrayBuffer());
  }

  @Test
  void whatFitsInNoArrayIsReadAsAStream() throws IOException {
    Blob mebibyte = new Blob(List.of(BlobPart.of(new byte[1 << 20])));
    Blob large = new Blob(Collections.nCopies(2048, mebibyte)); // 2 GiB of the same bytes
    assertThat(large.size()).isEqualTo(1L << 31);
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(large::bytes)
        .satisfies(e -> assertThat(e.name()).isEqualTo("NotReadableError"));
    assertThat(large.slice(-3).bytes()).containsExactly(0, 0, 0);
    try (InputStream stream = large.stream()) {
      stream.skipNBytes((1L << 31) - 2);
      assertThat(stream.readAllBytes()).hasSize(2);
    }
  }
}
