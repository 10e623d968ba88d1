package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.column;
import static dev.retort.diff.Schemas.reference;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Deferral;
import dev.retort.schema.Facet;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** What entities have no words for stays as somebody made it by hand. */
class UnsaidTests {

    private static final Table OWNER = table("owner", ID, new PrimaryKey(null, List.of("id")));
    private static final ForeignKey PLAIN = reference("owner_id", "owner");
    private static final ForeignKey SPECIAL =
            PLAIN.onUpdate(ReferentialAction.CASCADE).deferrable(Deferral.INITIALLY_DEFERRED);

    @Test
    void aForeignKeyKeepsWhenItIsCheckedAndWhatAnUpdateDoes() {
        assertThat(upgrade(SPECIAL, PLAIN, Set.of(Facet.values()))).isEmpty();
        assertThat(upgrade(SPECIAL, PLAIN, Set.of())).hasSize(2);
        assertThat(upgrade(SPECIAL, PLAIN, Set.of(Facet.DEFERRAL))).hasSize(2);
    }

    @Test
    void aForeignKeyThatIsMadeAgainKeepsThemToo() {
        assertThat(upgrade(SPECIAL, PLAIN.onDelete(ReferentialAction.CASCADE), Set.of(Facet.values())))
                .last()
                .isEqualTo(new AddConstraint(table("pet").name(), SPECIAL.onDelete(ReferentialAction.CASCADE)));
    }

    @Test
    void whatIsSaidAllTheSameIsWanted() {
        assertThat(upgrade(PLAIN, SPECIAL, Set.of(Facet.values()))).hasSize(2);
    }

    @Test
    void aUniqueConstraintKeepsHowItCountsNulls() {
        UniqueConstraint unique = new UniqueConstraint("uq", List.of("owner_id"), false);

        assertThat(upgrade(unique.withNullsNotDistinct(), unique, Set.of(Facet.values())))
                .isEmpty();
        assertThat(upgrade(unique.withNullsNotDistinct(), unique, Set.of())).hasSize(2);
        assertThat(upgrade(unique, unique.withNullsNotDistinct(), Set.of(Facet.values())))
                .hasSize(2);
    }

    private static List<Operation> upgrade(TableElement actual, TableElement desired, Set<Facet> unsaid) {
        return SchemaDiff.between(
                        Schema.of(OWNER, table("pet", ID, column("owner_id"), actual)),
                        Schema.of(OWNER, table("pet", ID, column("owner_id"), desired)),
                        PaperDialect.STANDARD,
                        DiffOptions.DEFAULT.unsaid(unsaid))
                .upgrade();
    }
}
