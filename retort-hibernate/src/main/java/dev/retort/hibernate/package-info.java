/** Reads JPA entities through the application's own Hibernate ORM, without a database connection. */
@NullMarked
package dev.retort.hibernate;

import org.jspecify.annotations.NullMarked;
