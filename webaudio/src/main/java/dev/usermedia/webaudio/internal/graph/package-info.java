/** The rendering side of a graph: used by one thread, allocates nothing while nothing changes. */
@NullMarked
package dev.usermedia.webaudio.internal.graph;

import org.jspecify.annotations.NullMarked;
