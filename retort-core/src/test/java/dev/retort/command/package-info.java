/** Tests of the commands, as calls. */
@NullMarked
package dev.retort.command;

import org.jspecify.annotations.NullMarked;
