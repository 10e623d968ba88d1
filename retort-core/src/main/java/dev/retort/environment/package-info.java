/** What {@code Env.java} may change: the database, the model, what is compared and how, and what runs after each step. */
@NullMarked
package dev.retort.environment;

import org.jspecify.annotations.NullMarked;
