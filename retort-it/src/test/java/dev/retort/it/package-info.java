/** What users do, through the jar that is shipped, on real databases. */
@NullMarked
package dev.retort.it;

import org.jspecify.annotations.NullMarked;
