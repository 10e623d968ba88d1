/** Oracle: scripts are printed for it, and cut into statements as SQL*Plus does. */
@NullMarked
package dev.retort.dialect.oracle;

import org.jspecify.annotations.NullMarked;
