/** Sound at other rates and with other channels than it came with. */
@NullMarked
package dev.usermedia.internal.sound;

import org.jspecify.annotations.NullMarked;
