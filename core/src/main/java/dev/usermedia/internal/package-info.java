@NullMarked
package dev.usermedia.internal;

import org.jspecify.annotations.NullMarked;
