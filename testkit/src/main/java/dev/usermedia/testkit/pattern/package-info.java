/**
 * Readers of the test pattern that the synthetic devices deliver ({@code docs/test-pattern.md}):
 * written from its description, not from the code that draws it. They work on what a decoder yields
 * as well as on frames, hold no state, and may be called from any thread.
 */
@NullMarked
package dev.usermedia.testkit.pattern;

import org.jspecify.annotations.NullMarked;
