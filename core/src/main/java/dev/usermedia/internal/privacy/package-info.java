/** Who may capture, what a context may know of devices, and what a person is shown of it. */
@NullMarked
package dev.usermedia.internal.privacy;

import org.jspecify.annotations.NullMarked;
