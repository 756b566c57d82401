/** Sources of a Linux machine, through the foreign-function API. */
@NullMarked
package dev.usermedia.linux;

import org.jspecify.annotations.NullMarked;
