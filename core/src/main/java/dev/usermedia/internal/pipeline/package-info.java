@NullMarked
package dev.usermedia.internal.pipeline;

import org.jspecify.annotations.NullMarked;
