package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.javascript.PageResource;
import java.util.Base64;
import org.graalvm.polyglot.HostAccess.Export;

/** Something that a page loaded, as its script may read it. */
public final class ResourceHost {
  private final PageResource resource;

  ResourceHost(PageResource resource) {
    this.resource = resource;
  }

  @Export
  public String type() {
    return resource.type();
  }

  @Export
  public String text() {
    return resource.text();
  }

  @Export
  public String base64() {
    return Base64.getEncoder().encodeToString(resource.bytes());
  }

  /** A header by its name in lower case; empty if there is none. */
  @Export
  public String header(String name) {
    return resource.headers().getOrDefault(name, "");
  }
}
