package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * One client's connection: requests out, replies, errors and events in.
 *
 * <p>Used by one thread at a time; only {@link #close} may come from any, and makes whatever waits
 * fail. Requests may be sent in a row before the first reply is waited for; replies are waited for
 * in the order of their requests, and those that nobody waits for are passed over. Once its buffers
 * have grown, using the connection allocates nothing.
 */
public final class X11Connection implements AutoCloseable {
  private static final int HEADER_BYTES = 32;
  private static final int OUT_BYTES = 1 << 14;
  private static final int LONGEST_REQUEST_BYTES = 1 << 10;
  private static final int NAMES_KEPT = 1 << 8;

  private static final int ERROR = 0;
  private static final int REPLY = 1;
  private static final int GENERIC_EVENT = 35;
  private static final int SENT_BY_CLIENT = 0x80;

  private final SocketChannel channel;
  private final ServerSetup setup;
  private final ByteBuffer out = Wire.buffer(OUT_BYTES);
  private final X11Request request = new X11Request(this, out);
  private final String[] names = new String[NAMES_KEPT]; // of the last requests, for their errors
  private ByteBuffer in = Wire.buffer(1 << 12);
  private Consumer<ByteBuffer> events = event -> {};
  private long sentSequence;
  private long receivedSequence;
  private int resources;

  private X11Connection(SocketChannel channel, ServerSetup setup) {
    this.channel = channel;
    this.setup = setup;
  }

  /**
   * Connects.
   *
   * @throws X11RefusedException if the server does not let this process in
   * @throws IOException if there is no server
   */
  public static X11Connection open(DisplayName display, XAuthority authority) throws IOException {
    SocketAddress address = display.address();
    if (address instanceof InetSocketAddress tcp && tcp.isUnresolved()) {
      throw new UnknownHostException("unknown host " + display.host());
    }
    SocketChannel channel = SocketChannel.open(address);
    try {
      return new X11Connection(channel, Handshake.perform(channel, display, authority));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** What the server said of itself. */
  public ServerSetup setup() {
    return setup;
  }

  /** A new identifier for a resource of this client. */
  public int newResource() {
    return setup.resourceIdBase() | ++resources;
  }

  /**
   * Whom to give the events that come along while replies or events are waited for: 32 bytes, valid
   * until it returns.
   */
  public void onEvent(Consumer<ByteBuffer> listener) {
    events = listener;
  }

  /**
   * Begins a request; {@link X11Request#send} ends it.
   *
   * @param name what errors call it
   */
  public X11Request request(String name, int opcode, int data) throws IOException {
    if (out.remaining() < LONGEST_REQUEST_BYTES) {
      flush();
    }
    names[(int) (sentSequence + 1) % NAMES_KEPT] = name;
    request.begin(opcode, data);
    return request;
  }

  /** The number of the request that was just written. */
  long sent() {
    return ++sentSequence;
  }

  /**
   * Sends what is waiting and waits for a request's reply.
   *
   * @return the reply whole, valid until the connection is next used
   * @throws X11Exception if the server refused the request
   * @throws IOException if the server is gone or the connection was closed
   */
  public ByteBuffer reply(long sequence) throws IOException, X11Exception {
    int extraBytes = replyHeader(sequence);
    if (in.capacity() < HEADER_BYTES + extraBytes) {
      ByteBuffer larger = Wire.buffer(HEADER_BYTES + extraBytes);
      larger.put(in.flip());
      in = larger;
    }
    Wire.fill(channel, in.limit(HEADER_BYTES + extraBytes));
    return in.flip();
  }

  /**
   * As {@link #reply}, with what follows the first 32 bytes written to memory of the caller's.
   *
   * @throws IOException if that has no room for it
   */
  public void replyInto(long sequence, ByteBuffer target) throws IOException, X11Exception {
    int extraBytes = replyHeader(sequence);
    if (extraBytes > target.remaining()) {
      throw new IOException("a reply of " + extraBytes + " bytes");
    }
    Wire.fill(channel, target.limit(target.position() + extraBytes));
  }

  /** Returns once the server has done all that was sent; throws if it refused the last request. */
  public void check(long sequence) throws IOException, X11Exception {
    long after = request("GetInputFocus", 43, 0).send();
    flush();
    while (receivedSequence < after) {
      receive(sequence);
    }
  }

  /** Sends what is waiting and waits for something to arrive; events go to {@link #onEvent}. */
  public void awaitEvent() throws IOException {
    flush();
    try {
      receive(Long.MAX_VALUE);
    } catch (X11Exception e) {
      throw new AssertionError(e); // nothing was waited for
    }
  }

  /** Ends the connection; whoever waits for a reply gets an exception. Twice is harmless. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      log().log(System.Logger.Level.DEBUG, "closing the connection to the X server", e);
    }
  }

  private void flush() throws IOException {
    Wire.write(channel, out.flip());
    out.clear();
  }

  /** Waits for a reply; returns how many bytes of it are still to be read after the first 32. */
  private int replyHeader(long sequence) throws IOException, X11Exception {
    flush();
    while (!receive(sequence)) {
      if (receivedSequence > sequence) {
        throw new IOException("the X server left out a reply");
      }
    }
    return extraBytes();
  }

  /**
   * Reads a packet. Replies and errors that are not waited for are passed over.
   *
   * @return whether it is the beginning of the reply waited for
   */
  private boolean receive(long waitedFor) throws IOException, X11Exception {
    Wire.fill(channel, in.clear().limit(HEADER_BYTES));
    int type = in.get(0) & ~SENT_BY_CLIENT;
    switch (type) {
      case ERROR -> {
        receivedSequence = fullSequence();
        X11Exception error =
            new X11Exception(in.get(1) & 0xFF, names[(int) (receivedSequence % NAMES_KEPT)]);
        if (receivedSequence == waitedFor) {
          throw error;
        }
        log().log(System.Logger.Level.DEBUG, "refused by the X server", error);
      }
      case REPLY -> {
        receivedSequence = fullSequence();
        if (receivedSequence == waitedFor) {
          return true;
        }
        skip(extraBytes());
      }
      case GENERIC_EVENT -> skip(extraBytes());
      default -> events.accept(in);
    }
    return false;
  }

  private int extraBytes() throws IOException {
    long bytes = Integer.toUnsignedLong(in.getInt(4)) * 4;
    if (bytes > Integer.MAX_VALUE - HEADER_BYTES) {
      throw new IOException("a reply of " + bytes + " bytes");
    }
    return (int) bytes;
  }

  private void skip(int bytes) throws IOException {
    for (int left = bytes; left > 0; ) {
      in.clear().limit(Math.min(left, in.capacity()));
      left -= in.limit();
      Wire.fill(channel, in);
    }
  }

  /** The server counts in 16 bits, and answers at least once in as many requests. */
  private long fullSequence() {
    int low = in.getShort(2) & 0xFFFF;
    return receivedSequence + (low - receivedSequence & 0xFFFF);
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.x11");
  }
}
