package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;

class DialectsTests {

    @Test
    void aDialectIsFoundByUrlAndByName() {
        assertThat(Dialects.provider("jdbc:postgresql://host/db?user=a").name()).isEqualTo("postgresql");
        assertThat(Dialects.offline("postgresql").name()).isEqualTo("postgresql");
        assertThat(Dialects.offline("jdbc:postgresql:db").name()).isEqualTo("postgresql");
    }

    @Test
    void anUnknownUrlIsToldWithoutItsPassword() {
        assertThatThrownBy(() -> Dialects.provider("jdbc:nosuch://me:secret@host/db?password=secret"))
                .isInstanceOfSatisfying(RetortException.class, failure -> {
                    assertThat(failure).hasMessage("No dialect for the JDBC URL 'jdbc:nosuch:'");
                    assertThat(failure.hint())
                            .contains("postgresql, ", "sqlserver (scripts)")
                            .doesNotContain("secret");
                });
    }
}
