/** The event loop of a script: tasks, timers, and when nothing is left to do. */
@NullMarked
package dev.usermedia.javascript.internal.loop;

import org.jspecify.annotations.NullMarked;
