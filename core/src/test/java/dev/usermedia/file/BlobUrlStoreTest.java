package dev.usermedia.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlobUrlStoreTest {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Blob blob = new Blob(List.of(BlobPart.of("abc")));

  @Test
  void aUrlStandsForItsBlobUntilItIsRevoked() {
    try (MediaContext context = context("https://example.org")) {
      BlobUrlStore urls = context.blobUrls();
      String url = urls.createObjectURL(blob);
      assertThat(url).matches("blob:https://example\\.org/" + UUID);
      assertThat(urls.resolve(url)).containsSame(blob);
      assertThat(urls.resolve(url + "#t=2")).containsSame(blob);
      assertThat(urls.createObjectURL(blob)).isNotEqualTo(url);
      urls.revokeObjectURL("blob:https://example.org/none");
      urls.revokeObjectURL("https://example.org/");
      assertThat(urls.resolve(url)).isPresent();
      urls.revokeObjectURL(url + "#t=2");
      assertThat(urls.resolve(url)).isEmpty();
    }
  }

  @Test
  void anOriginThatIsNoSchemeAndHostIsOpaque() {
    try (MediaContext context = context("local")) {
      assertThat(context.blobUrls().createObjectURL(blob)).matches("blob:null/" + UUID);
    }
  }

  @Test
  void aUrlStandsForNothingInAnotherContextOrOnceItsOwnIsClosed() {
    BlobUrlStore urls;
    String url;
    try (MediaContext context = context("https://example.org");
        MediaContext other = context("https://example.org")) {
      urls = context.blobUrls();
      url = urls.createObjectURL(blob);
      assertThat(other.blobUrls().resolve(url)).isEmpty();
    }
    assertThat(urls.resolve(url)).isEmpty();
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> urls.createObjectURL(blob))
        .satisfies(e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
  }

  @Test
  void nothingButABlobHasAUrl() {
    assertThat(
            Arrays.stream(BlobUrlStore.class.getMethods())
                .filter(method -> method.getName().equals("createObjectURL")))
        .singleElement()
        .extracting(Method::getParameterTypes)
        .isEqualTo(new Class<?>[] {Blob.class});
  }

  private static MediaContext context(String origin) {
    return MediaContext.builder().systemDrivers(false).origin(origin).build();
  }
}
