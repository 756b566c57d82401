package dev.usermedia.javascript.wpt;

import dev.usermedia.javascript.PageResource;
import dev.usermedia.javascript.PageResources;
import dev.usermedia.permissions.PermissionName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the tests under the names that they expect, without a network: {@code
 * https://web-platform.test:8443} and its sisters. Makes the pages around {@code .window.js},
 * {@code .any.js} and {@code .worker.js}, substitutes in {@code .sub.} files. Python handlers are
 * not run.
 */
final class WptServer implements PageResources {
  static final String SECURE_ORIGIN = "https://web-platform.test:8443";
  static final String INSECURE_ORIGIN = "http://web-platform.test:8000";
  private static final String HOST = "web-platform.test";
  private static final String OTHER_HOST = "not-web-platform.test";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("htm", "text/html"),
          Map.entry("js", "text/javascript"),
          Map.entry("json", "application/json"),
          Map.entry("idl", "text/plain"),
          Map.entry("webm", "video/webm"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"));
  private static final Pattern META = Pattern.compile("(?m)^// META: (\\w+)=(.*)$");
  private static final Pattern SUBSTITUTION = Pattern.compile("\\{\\{([^}]*)}}");
  private static final Pattern HOSTS = Pattern.compile("hosts\\[(.*?)]\\[(.*?)]");
  private static final Pattern DOMAINS = Pattern.compile("domains\\[(.*)]");
  private static final Pattern PORTS = Pattern.compile("ports\\[(\\w+)]\\[\\d]");
  private static final Pattern LOCATION = Pattern.compile("location\\[(\\w+)]");
  private static final Pattern PARAMETER = Pattern.compile("GET\\[(.*)]");
  private static final String TYPE = "<!doctype html><meta charset=utf-8>";
  private static final String HEAD =
      "<script src=/resources/testharness.js></script>"
          + "<script src=/resources/testharnessreport.js></script>";

  private final Path root;
  private final double patience;

  WptServer(Path root, double patience) {
    this.patience = patience;
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<PageResource> load(String address) {
    URI url;
    try {
      url = URI.create(address);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String host = url.getHost();
    if (host == null || !host.endsWith(HOST)) {
      return Optional.empty();
    }
    String path = url.getPath();
    switch (path) {
      case "/resources/testharnessreport.js" -> {
        return script(WptPage.REPORT.formatted(patience));
      }
      case "/resources/testdriver-vendor.js" -> {
        return script(WptPage.VENDOR);
      }
      case "/resources/WebIDLParser.js" -> path = "/resources/webidl2/lib/webidl2.js";
      default -> {}
    }
    Path file = root.resolve(path.substring(1)).normalize();
    if (!file.startsWith(root)) {
      return Optional.empty();
    }
    return Files.isRegularFile(file) ? Optional.of(file(file, url)) : wrapper(path, url);
  }

  /** What the headers of a page let it use: {@code camera=()} takes the camera away. */
  Set<PermissionName> policy(String url) {
    String header =
        load(url).map(page -> page.headers().getOrDefault("permissions-policy", "")).orElse("");
    Set<PermissionName> allowed = EnumSet.allOf(PermissionName.class);
    allowed.removeIf(name -> header.replace(" ", "").contains(name.value() + "=()"));
    return allowed;
  }

  private PageResource file(Path file, URI url) {
    String name = file.getFileName().toString();
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    Map<String, String> headers = new HashMap<>();
    for (String suffix : new String[] {".headers", ".sub.headers"}) {
      Path beside = file.resolveSibling(name + suffix);
      if (Files.exists(beside)) {
        substitute(WptTest.read(beside), url)
            .lines()
            .map(line -> line.split(":", 2))
            .filter(line -> line.length == 2)
            .forEach(
                line ->
                    headers.put(
                        line[0].strip().toLowerCase(java.util.Locale.ROOT), line[1].strip()));
      }
    }
    if (name.contains(".sub.")) {
      PageResource text = PageResource.ofText(type, substitute(WptTest.read(file), url));
      return new PageResource(type, text.bytes(), headers);
    }
    try {
      return new PageResource(type, Files.readAllBytes(file), headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<PageResource> wrapper(String path, URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    for (String kind : new String[] {".window", ".any"}) {
      if (path.endsWith(kind + ".html")) {
        return source(path, ".html")
            .map(
                text ->
                    page(
                        TYPE
                            + title(text) // the harness reads its time limit when it is loaded
                            + HEAD
                            + (kind.equals(".any") ? "<script>" + global(true) + "</script>" : "")
                            + metas(text, "<script src=\"", "\"></script>")
                            + "<div id=log></div><script src=\""
                            + js(path, ".html")
                            + query
                            + "\"></script>"));
      }
    }
    if (path.endsWith(".any.worker.html")) {
      return source(path, ".worker.html").map(_ -> worker(path.replace(".html", ".js") + query));
    }
    if (path.endsWith(".worker.html")) {
      return source(path, ".html").map(_ -> worker(js(path, ".html") + query));
    }
    if (path.endsWith(".any.worker.js")) {
      return source(path, ".worker.js")
          .flatMap(
              text ->
                  script(
                      global(false)
                          + "importScripts('/resources/testharness.js');"
                          + metas(text, "importScripts('", "');")
                          + "importScripts('"
                          + js(path, ".worker.js")
                          + "');done();"));
    }
    return Optional.empty();
  }

  private Optional<String> source(String path, String suffix) {
    Path file = root.resolve(js(path, suffix).substring(1)).normalize();
    return file.startsWith(root) && Files.isRegularFile(file)
        ? Optional.of(WptTest.read(file))
        : Optional.empty();
  }

  private static String js(String path, String suffix) {
    return path.substring(0, path.length() - suffix.length()) + ".js";
  }

  private static String metas(String text, String before, String after) {
    StringBuilder out = new StringBuilder();
    Matcher meta = META.matcher(text);
    while (meta.find()) {
      if (meta.group(1).equals("script")) {
        out.append(before).append(meta.group(2).strip()).append(after);
      }
    }
    return out.toString();
  }

  private static String title(String text) {
    Matcher meta = META.matcher(text);
    StringBuilder out = new StringBuilder();
    while (meta.find()) {
      if (meta.group(1).equals("title")) {
        out.append("<title>").append(meta.group(2).strip()).append("</title>");
      }
      if (meta.group(1).equals("timeout")) {
        out.append("<meta name=timeout content=").append(meta.group(2).strip()).append('>');
      }
    }
    return out.toString();
  }

  private static String global(boolean window) {
    return "self.GLOBAL={isWindow(){return "
        + window
        + "},isWorker(){return "
        + !window
        + "},isShadowRealm(){return false}};";
  }

  private static PageResource worker(String script) {
    return page(
        TYPE
            + HEAD
            + "<div id=log></div><script>fetch_tests_from_worker(new Worker(\""
            + script
            + "\"));</script>");
  }

  private static PageResource page(String text) {
    return PageResource.ofText("text/html", text);
  }

  private static Optional<PageResource> script(String text) {
    return Optional.of(PageResource.ofText("text/javascript", text));
  }

  private static String substitute(String text, URI url) {
    return SUBSTITUTION
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(substitution(found.group(1).strip(), found.group(), url)));
  }

  private static String substitution(String name, String whole, URI url) {
    if (name.equals("host")) {
      return HOST;
    }
    Matcher hosts = HOSTS.matcher(name);
    if (hosts.matches()) {
      String base = hosts.group(1).equals("alt") ? OTHER_HOST : HOST;
      return hosts.group(2).isEmpty() ? base : hosts.group(2) + "." + base;
    }
    Matcher domains = DOMAINS.matcher(name);
    if (domains.matches()) {
      return domains.group(1).isEmpty() ? HOST : domains.group(1) + "." + HOST;
    }
    Matcher ports = PORTS.matcher(name);
    if (ports.matches()) {
      return ports.group(1).equals("http") ? "8000" : "8443";
    }
    Matcher parameter = PARAMETER.matcher(name);
    if (parameter.matches()) {
      return parameter(url, parameter.group(1));
    }
    Matcher location = LOCATION.matcher(name);
    if (location.matches()) {
      return switch (location.group(1)) {
        case "server" -> url.getScheme() + "://" + url.getAuthority();
        case "scheme" -> url.getScheme();
        case "host" -> url.getAuthority();
        case "hostname" -> url.getHost();
        case "port" -> String.valueOf(url.getPort());
        case "query" -> url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        default -> url.getPath();
      };
    }
    return whole;
  }

  private static String parameter(URI url, String name) {
    String query = url.getQuery() == null ? "" : url.getQuery();
    for (String part : query.split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }
}
