/** What a revision file imports: {@link dev.retort.migration.Migration}, {@link dev.retort.migration.Revision} and the operations it may note down. */
@NullMarked
package dev.retort.migration;

import org.jspecify.annotations.NullMarked;
