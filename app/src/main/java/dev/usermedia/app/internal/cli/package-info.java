/** The terminal's side of the command: lines, errors and exit codes. */
@NullMarked
package dev.usermedia.app.internal.cli;

import org.jspecify.annotations.NullMarked;
