@NullMarked
package dev.usermedia.internal.scale;

import org.jspecify.annotations.NullMarked;
