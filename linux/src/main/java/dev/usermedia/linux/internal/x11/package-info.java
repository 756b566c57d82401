/**
 * Screens and windows of an X11 display as devices. Pixels come through shared memory that the
 * frames then stand on.
 *
 * <p>Threads: {@code usermedia x11 DEVICE}, one for each started source, captures and delivers;
 * {@code usermedia x11 watch}, one for each watch, waits for events; {@code usermedia x11
 * OPERATION} holds one conversation that a caller waits for, at most five seconds. A connection is
 * used by one thread at a time; closing it from another ends that one's wait.
 *
 * <p>Locks, outermost first: {@link X11Source} (start, reconfigure, close against each other),
 * {@link Pace} (whether the capture thread waits), the free pictures of {@link SharedPictures}.
 * None is held while a consumer, a watcher or the server is called.
 */
@NullMarked
package dev.usermedia.linux.internal.x11;

import org.jspecify.annotations.NullMarked;
