/** Scripted devices, permissions and a hand-turned clock, for tests. */
@NullMarked
package dev.usermedia.testkit;

import org.jspecify.annotations.NullMarked;
