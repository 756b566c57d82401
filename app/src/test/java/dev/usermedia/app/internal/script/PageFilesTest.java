package dev.usermedia.app.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {
  @TempDir Path directory;
  private PageFiles files;

  @BeforeEach
  void makeAPageBesideASecret() throws IOException {
    Path page = Files.createDirectories(directory.resolve("site/sub"));
    Files.writeString(page.resolveSibling("page.html"), "<p>");
    Files.writeString(page.resolveSibling("my photo+1.js"), "1");
    Files.writeString(page.resolve("below.txt"), "below");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    Files.writeString(Files.createDirectories(page.resolve(".git")).resolve("config"), "secret");
    Files.writeString(page.resolveSibling(".env"), "secret");
    Files.createSymbolicLink(page.resolveSibling("link.txt"), directory.resolve("secret.txt"));
    Files.createSymbolicLink(page.resolveSibling("up"), directory);
    Files.createSymbolicLink(page.resolveSibling("inside.txt"), page.resolve("below.txt"));
    files = new PageFiles(page.resolveSibling("page.html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.html",
        "page.html?query#hash",
        "sub/below.txt",
        "sub/../page.html",
        "inside.txt",
        "my%20photo+1.js",
        "my photo+1.js"
      })
  void whatLiesInOrBelowTheDirectoryIsLoaded(String path) {
    assertThat(files.load("https://localhost/" + path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "sub/../../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "%2e%2e%2fsecret.txt",
        "%252e%252e/secret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "link.txt",
        "up/secret.txt",
        "up/site/../secret.txt",
        ".env",
        "%2eenv",
        "sub/.git/config",
        "sub",
        "",
        "absent.txt",
        "a%00b",
        "%zz",
        "%ff"
      })
  void nothingElseIs(String path) {
    assertThat(files.load("https://localhost/" + path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "https://localhost:444/page.html",
        "https://localhost.example/page.html",
        "http://localhost/page.html",
        "https://user@localhost/page.html",
        "page.html"
      })
  void noOtherAddressIsServed(String url) {
    assertThat(files.load(url)).isEmpty();
  }

  @Test
  void theAddressOfAPageWithASpaceInItsNameLeadsToIt() throws IOException {
    Path page = Files.writeString(directory.resolve("site/my page.html"), "<p>");

    PageFiles spaced = new PageFiles(page);

    assertThat(spaced.load(spaced.url())).isPresent();
  }
}
