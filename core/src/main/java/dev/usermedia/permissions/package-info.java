/**
 * Asking for permissions, keeping them, and telling of them, after <a
 * href="https://www.w3.org/TR/permissions/">Permissions</a>. No method takes or returns {@code
 * null}.
 */
@NullMarked
package dev.usermedia.permissions;

import org.jspecify.annotations.NullMarked;
