/** How scripts for SQL Server are cut into statements; the rest of that dialect is still to come. */
@NullMarked
package dev.retort.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
