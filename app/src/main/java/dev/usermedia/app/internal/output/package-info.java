/** The files that the command writes. */
@NullMarked
package dev.usermedia.app.internal.output;

import org.jspecify.annotations.NullMarked;
