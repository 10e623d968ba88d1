package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTests {

    @Test
    void aKnownPasswordIsNeverPrinted() {
        Secrets secrets = new Secrets();
        secrets.add("hunter2");

        assertThat(secrets.hide("login with hunter2 failed")).isEqualTo("login with **** failed");
    }

    @Test
    void aPasswordInAUrlIsNeverPrinted() {
        assertThat(new Secrets().hide("no driver for jdbc:postgresql://h/d?user=u&password=hunter2"))
                .doesNotContain("hunter2")
                .contains("jdbc:postgresql://h/d?user=u");
        assertThat(new Secrets().hide("jdbc:h2:file:x;PASSWORD=hunter2")).doesNotContain("hunter2");
        assertThat(new Secrets().hide("postgres://u:hunter2@host/d")).doesNotContain("hunter2");
    }
}
