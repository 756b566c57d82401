/** Takes one picture. */
@NullMarked
package dev.usermedia.app.internal.photo;

import org.jspecify.annotations.NullMarked;
