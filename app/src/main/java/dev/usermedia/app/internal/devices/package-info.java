/** Lists devices, for people and for programs. */
@NullMarked
package dev.usermedia.app.internal.devices;

import org.jspecify.annotations.NullMarked;
