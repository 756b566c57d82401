/**
 * Runs the <a href="https://web-platform-tests.org/">Web Platform Tests</a> that concern media
 * capture, each page in a fresh context, and compares with what is expected.
 */
@NullMarked
package dev.usermedia.javascript.wpt;

import org.jspecify.annotations.NullMarked;
