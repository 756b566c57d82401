/** Scripts and pages from the terminal. */
@NullMarked
package dev.usermedia.app.internal.script;

import org.jspecify.annotations.NullMarked;
