/** What blobs are made of inside. */
@NullMarked
package dev.usermedia.internal.file;

import org.jspecify.annotations.NullMarked;
