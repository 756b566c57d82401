/**
 * What the JavaScript of this room may call: narrow objects, of which only exported methods can be
 * reached.
 */
@NullMarked
package dev.usermedia.javascript.internal.bridge;

import org.jspecify.annotations.NullMarked;
