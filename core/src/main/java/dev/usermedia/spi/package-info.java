/**
 * What a driver implements: finding devices, opening one, delivering frames. No method takes or
 * returns {@code null}.
 */
@NullMarked
package dev.usermedia.spi;

import org.jspecify.annotations.NullMarked;
