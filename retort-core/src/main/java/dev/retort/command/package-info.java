/** Every command as a Java call: it returns values and never prints. {@link Workspace} puts the rooms together, once. */
@NullMarked
package dev.retort.command;

import org.jspecify.annotations.NullMarked;
