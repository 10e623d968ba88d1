package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;

class ModelsTests {

    @TempDir
    private Path folder;

    @Test
    void noModelIsAnErrorThatSaysHowToSetOne() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> read(null))
                .withMessage("No model is set to compare the database with")
                .satisfies(error -> assertThat(error.hint()).contains("model = \"jpa:com.acme.shop\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.shop", "jpa:", ":com.acme"})
    void aModelHasASchemeAndSomethingBehindIt(String model) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> read(model))
                .withMessageContaining("'%s' is not of the form".formatted(model));
    }

    @Test
    void aModelThatNobodyReadsIsAnError() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> read("jpa:com.acme.shop"))
                .withMessageContaining("Nothing on the class path of Retort can read the model 'jpa:com.acme.shop'")
                .satisfies(error -> assertThat(error.hint()).contains("retort-hibernate"));
    }

    @Test
    void aModelBesideTheApplicationNeedsItsClassPath() throws IOException {
        Path nested = folder.resolve("META-INF/retort/retort-hibernate.jar");
        Files.createDirectories(nested.getParent());
        Files.writeString(nested, "a jar");

        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ModelsTests.class.getClassLoader())) {
            assertThatExceptionOfType(RetortException.class)
                    .isThrownBy(() -> read(Models.in(loader), "jpa:com.acme.shop"))
                    .withMessageContaining("class_path is not set")
                    .satisfies(error -> assertThat(error.hint()).contains("class_path = \"maven\""));
        }
    }

    private void read(@Nullable String model) {
        read(Models.standard(), model);
    }

    private void read(Models models, @Nullable String model) {
        models.read(
                new ModelSettings(model, List.of(), Map.of(), folder, folder),
                Dialects.offline("postgresql"),
                null,
                note -> {});
    }
}
