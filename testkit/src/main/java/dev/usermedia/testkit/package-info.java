/** A hand-turned clock and the checks that every driver passes. */
@NullMarked
package dev.usermedia.testkit;

import org.jspecify.annotations.NullMarked;
