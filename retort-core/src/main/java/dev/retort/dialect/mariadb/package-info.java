/** Everything that holds for MariaDB alone. */
@NullMarked
package dev.retort.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
