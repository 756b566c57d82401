package dev.usermedia.linux.internal.x11.protocol;

/** A request that the server refused; the connection goes on. */
public final class X11Exception extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int BAD_WINDOW = 3;
  private static final int BAD_DRAWABLE = 9;
  private static final String[] NAMES = {
    "",
    "BadRequest",
    "BadValue",
    "BadWindow",
    "BadPixmap",
    "BadAtom",
    "BadCursor",
    "BadFont",
    "BadMatch",
    "BadDrawable",
    "BadAccess",
    "BadAlloc",
    "BadColor",
    "BadGC",
    "BadIDChoice",
    "BadName",
    "BadLength",
    "BadImplementation"
  };

  private final int code;
  private final String request;

  X11Exception(int code, String request) {
    super(name(code) + " in " + request);
    this.code = code;
    this.request = request;
  }

  /** The error's number. */
  public int code() {
    return code;
  }

  /** The error's name, such as {@code "BadMatch"}. */
  public String name() {
    return name(code);
  }

  /** The request that was refused, such as {@code "ShmGetImage"}. */
  public String request() {
    return request;
  }

  /** Whether the window or pixmap that was asked about is not there, any more. */
  public boolean isGone() {
    return code == BAD_WINDOW || code == BAD_DRAWABLE;
  }

  private static String name(int code) {
    return code > 0 && code < NAMES.length ? NAMES[code] : "an extension's error";
  }
}
