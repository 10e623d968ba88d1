/** Everything one database product needs of us, and the SQL standard's answer to it; each product has a folder of its own below. */
@NullMarked
package dev.retort.dialect;

import org.jspecify.annotations.NullMarked;
