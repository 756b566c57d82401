/** What stands on the command line: sources, constraints, durations. */
@NullMarked
package dev.usermedia.app.internal.options;

import org.jspecify.annotations.NullMarked;
