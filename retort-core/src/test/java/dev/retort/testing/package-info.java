/** Real databases for tests; also used by the other modules' tests. */
@NullMarked
package dev.retort.testing;

import org.jspecify.annotations.NullMarked;
