/** From what is asked for to open devices. */
@NullMarked
package dev.usermedia.app.internal.capture;

import org.jspecify.annotations.NullMarked;
