@NullMarked
package dev.usermedia.internal.devices;

import org.jspecify.annotations.NullMarked;
