/** Choosing devices, modes and settings by constraints. */
@NullMarked
package dev.usermedia.internal.select;

import org.jspecify.annotations.NullMarked;
