/** The Web's media capture object model on the JVM. */
@NullMarked
package dev.usermedia.core;

import org.jspecify.annotations.NullMarked;
