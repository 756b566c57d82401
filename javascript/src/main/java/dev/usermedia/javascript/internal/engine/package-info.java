/** Making contexts of the language and evaluating this room's own files in them. */
@NullMarked
package dev.usermedia.javascript.internal.engine;

import org.jspecify.annotations.NullMarked;
