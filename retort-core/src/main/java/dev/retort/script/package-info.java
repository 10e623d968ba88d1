/** The script directory: finds revisions, reads their headers, compiles and loads their code, writes new ones. */
@NullMarked
package dev.retort.script;

import org.jspecify.annotations.NullMarked;
