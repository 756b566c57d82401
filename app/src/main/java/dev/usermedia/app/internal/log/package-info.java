/** What the rooms of the library log, told as lines of the command. */
@NullMarked
package dev.usermedia.app.internal.log;

import org.jspecify.annotations.NullMarked;
