package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a {@link Migration} in the history. It is read from the source text, so each value is a literal. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The revision's own id: at most 32 characters, none of {@code @ - + :}. */
    String id();

    /** The ids of the revisions this one follows; none for a base, several for a merge. */
    String[] downRevision() default {};

    /** Names by which the branch that begins here may be called. */
    String[] branchLabels() default {};

    /** Ids or labels of revisions of other branches that must be applied first. */
    String[] dependsOn() default {};
}
