/** The usermedia command. */
@NullMarked
package dev.usermedia.app;

import org.jspecify.annotations.NullMarked;
