/**
 * The synthetic devices and the test pattern that they deliver: {@code docs/test-pattern.md} says
 * what is where in the picture and in the sound.
 */
@NullMarked
package dev.usermedia.internal.synthetic;

import org.jspecify.annotations.NullMarked;
