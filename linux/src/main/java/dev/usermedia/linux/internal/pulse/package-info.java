/**
 * Microphones of a PulseAudio server, or of PipeWire's, which speaks the same protocol.
 *
 * <p>Threads: {@code usermedia pulse-control}, one for a driver that was asked for devices or is
 * watched; {@code usermedia pulse-microphone NAME}, one for each open source, which is its capture
 * thread; each turns a main loop of libpulse and alone touches the library's objects on it ({@link
 * PulseLoop}). Virtual threads {@code usermedia pulse-watch}, which tells watchers, and {@code
 * usermedia pulse-arrival}, which waits for a server's socket to be made. Locks: {@code
 * PulseDriver.lock}, held while the control connection is made, four seconds at most; and below it
 * {@code PulseLoop.lock}, a leaf.
 *
 * <p>Applications are called by the capture and watch threads only, never from within the library
 * and never under a lock.
 */
@NullMarked
package dev.usermedia.linux.internal.pulse;

import org.jspecify.annotations.NullMarked;
