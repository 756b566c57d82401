/**
 * Cameras, microphones and screens made of nothing, for tests, demonstrations and machines that
 * have none: ordinary drivers whose pictures and sound say which they are and when they were taken.
 * No method takes or returns {@code null}.
 */
@NullMarked
package dev.usermedia.synthetic;

import org.jspecify.annotations.NullMarked;
