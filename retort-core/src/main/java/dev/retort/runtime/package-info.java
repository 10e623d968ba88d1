/**
 * Runs a plan: version table, lock, transactions, journal and resume, against a connection or as a printed script.
 * {@link dev.retort.runtime.MigrationRunner} is the way in.
 */
@NullMarked
package dev.retort.runtime;

import org.jspecify.annotations.NullMarked;
