package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;

class TroubleTests {

    private static final String TROUBLE = "dev.retort.hibernate.trouble.";

    @Test
    void aPackageWithoutEntitiesIsAnError() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Reading.of("com.acme.nothing", "postgresql").read())
                .withMessageContaining("No entity was found for 'jpa:com.acme.nothing'")
                .asInstanceOf(type(RetortException.class))
                .satisfies(error -> assertThat(error.hint()).contains("package of your entities"));
    }

    @Test
    void anEntityThatHibernateRefusesIsNamedWithItsReason() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Reading.of(TROUBLE + "broken", "postgresql").read())
                .withMessageContaining("Orphan")
                .withMessageContaining("identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = "sqlite")
    void attributesWithoutATypeOnThisDatabaseAreListedTogether(String product) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Reading.of(TROUBLE + "types", product).read())
                .withMessageContaining(product + " has no type for 2 attributes")
                .withMessageContaining("Embedding.meaning' (column 'meaning' of table 'Embedding')")
                .withMessageContaining("Embedding.sound'");
    }

    @Test
    void anUnknownPropertyIsAnError() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Reading.zoo("postgresql")
                        .with("naming_strategy", "spring")
                        .read())
                .withMessage("model_properties does not know 'naming_strategy'");
    }

    @Test
    void anUnknownNamingIsAnError() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(
                        () -> Reading.zoo("postgresql").with("naming", "snake").read())
                .withMessageContaining("naming = 'snake'");
    }

    @Test
    void aPersistenceFileThatIsNotThereIsAnError() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Reading.of("missing.xml", "postgresql").read())
                .withMessageContaining("no such file on the class path");
    }

    @Test
    void hibernateIsGivenItsDialectOfflineToo() {
        assertThat(OfflineDialect.of("postgresql").getVersion().getMajor()).isGreaterThan(17);
        assertThatExceptionOfType(RetortException.class).isThrownBy(() -> OfflineDialect.of("duckling"));
    }
}
