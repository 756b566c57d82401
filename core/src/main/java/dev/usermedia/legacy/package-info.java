/**
 * What was in drafts of the standard between 2011 and 2017 and is still in old code: adapters over
 * today's interfaces, which know nothing of them. Nothing new is to be written with these. No
 * method takes or returns {@code null}.
 *
 * @see <a href="https://github.com/w3c/mediacapture-main/tree/main/archives">the archived
 *     drafts</a>
 */
@NullMarked
package dev.usermedia.legacy;

import org.jspecify.annotations.NullMarked;
