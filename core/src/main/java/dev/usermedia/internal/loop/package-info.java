@NullMarked
package dev.usermedia.internal.loop;

import org.jspecify.annotations.NullMarked;
