/** Records to a file until told to end, and never passes off a broken file as whole. */
@NullMarked
package dev.usermedia.app.internal.record;

import org.jspecify.annotations.NullMarked;
