package dev.usermedia.javascript.internal.engine;

import dev.usermedia.javascript.PageResource;
import dev.usermedia.javascript.PageResources;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * What the page's host has, as the files that modules import: nothing else can be read, nothing can
 * be written. A path is an address: {@code /https/host:8443/a/b.js}. One without the first two
 * parts is of the page's origin.
 */
public final class ModuleFiles implements FileSystem {
  private static final Path ROOT = Path.of("/");

  private final PageResources resources;
  private final Path home;

  /**
   * Files.
   *
   * @param origin of the page, which is where a specifier that begins with a slash leads
   */
  public ModuleFiles(PageResources resources, String origin) {
    this.resources = resources;
    this.home = path(origin + "/").map(it -> it.subpath(0, 2)).map(ROOT::resolve).orElse(ROOT);
  }

  /** The path that stands for an address; empty where it is of no host. */
  public static Optional<Path> path(String url) {
    URI parsed;
    try {
      parsed = URI.create(url);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (parsed.getScheme() == null || parsed.getAuthority() == null || parsed.getPath().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Path.of("/" + parsed.getScheme(), parsed.getAuthority(), parsed.getPath()).normalize());
  }

  @Override
  public Path parsePath(URI uri) {
    return path(uri.toString())
        .orElseThrow(() -> new IllegalArgumentException("no address of a module: " + uri));
  }

  @Override
  public Path parsePath(String path) {
    return Path.of(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return path.startsWith("/http") || path.startsWith("/https")
        ? path
        : home.resolve(path.isAbsolute() ? ROOT.relativize(path) : path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) {
    return toAbsolutePath(path).normalize();
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw new SecurityException("modules can only be read");
    }
    var _ = resource(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new Bytes(ByteBuffer.wrap(resource(path).bytes()));
  }

  private PageResource resource(Path path) throws IOException {
    Path whole = toRealPath(path);
    if (whole.getNameCount() < 3) {
      throw new NoSuchFileException(path.toString());
    }
    String url =
        whole.getName(0) + "://" + whole.getName(1) + "/" + whole.subpath(2, whole.getNameCount());
    return resources.load(url).orElseThrow(() -> new NoSuchFileException(url));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Map.of(
        "isRegularFile", true, "isDirectory", false, "size", (long) resource(path).bytes().length);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) {
    throw new SecurityException("modules can only be read");
  }

  @Override
  public void delete(Path path) {
    throw new SecurityException("modules can only be read");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) {
    throw new SecurityException("modules are not listed");
  }

  /** The bytes of a file. */
  private static final class Bytes implements SeekableByteChannel {
    private final ByteBuffer bytes;
    private boolean open = true;

    Bytes(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (!open) {
        throw new ClosedChannelException();
      }
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int count = Math.min(bytes.remaining(), target.remaining());
      target.put(target.position(), bytes, bytes.position(), count);
      target.position(target.position() + count);
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      bytes.position((int) Math.min(position, bytes.limit()));
      return this;
    }

    @Override
    public long size() {
      return bytes.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
