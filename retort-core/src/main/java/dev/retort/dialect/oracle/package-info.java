/** How scripts for Oracle are cut into statements; the rest of that dialect is still to come. */
@NullMarked
package dev.retort.dialect.oracle;

import org.jspecify.annotations.NullMarked;
