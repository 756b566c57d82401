/**
 * Runs scripts that were written for a browser: {@code navigator.mediaDevices} and what belongs to
 * it, over the same pipeline that Java code uses. A script reaches what this package hands it and
 * nothing else: no Java classes, no files, no processes, no network.
 */
@NullMarked
package dev.usermedia.javascript;

import org.jspecify.annotations.NullMarked;
