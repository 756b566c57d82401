/** Streams with back-pressure, as the Web's Streams standard has them, in the form of Java. */
@NullMarked
package dev.usermedia.streams;

import org.jspecify.annotations.NullMarked;
