/** Private servers for tests on real parts; nothing of the user's own session is touched. */
@NullMarked
package dev.usermedia.testkit.lab;

import org.jspecify.annotations.NullMarked;
