/** SQL Server, for which scripts are printed: nothing here ever opens a connection. */
@NullMarked
package dev.retort.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
