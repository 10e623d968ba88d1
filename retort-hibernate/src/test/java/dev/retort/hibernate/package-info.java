/** Tests of the adapter to Hibernate. */
@NullMarked
package dev.retort.hibernate;

import org.jspecify.annotations.NullMarked;
