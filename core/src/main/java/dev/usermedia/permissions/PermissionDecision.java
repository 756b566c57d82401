package dev.usermedia.permissions;

/** What whoever is asked answers. */
public enum PermissionDecision {
  /** Yes, until the context is closed. */
  ALLOW,
  /** Yes, and also later: the answer is stored. */
  ALLOW_ALWAYS,
  /** Not this time: the next request asks again. */
  DISMISS,
  /** No, until the context is closed. */
  DENY,
  /** No, and never: the answer is stored. */
  DENY_ALWAYS
}
