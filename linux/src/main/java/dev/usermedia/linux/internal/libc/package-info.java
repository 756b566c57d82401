/** The few calls of the C library that the JDK has no face for. */
@NullMarked
package dev.usermedia.linux.internal.libc;

import org.jspecify.annotations.NullMarked;
