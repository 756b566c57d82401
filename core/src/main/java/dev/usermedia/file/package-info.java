/**
 * Bytes that belong together and the URLs that stand for them, after <a
 * href="https://www.w3.org/TR/FileAPI/">File API</a>. No method takes or returns {@code null}.
 */
@NullMarked
package dev.usermedia.file;

import org.jspecify.annotations.NullMarked;
