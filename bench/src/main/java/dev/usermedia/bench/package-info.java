/** JMH benchmarks and whole-process comparisons against peers. */
@NullMarked
package dev.usermedia.bench;

import org.jspecify.annotations.NullMarked;
