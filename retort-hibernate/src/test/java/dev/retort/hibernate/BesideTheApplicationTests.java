package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.model.DesiredSchema;
import dev.retort.model.ModelSettings;
import dev.retort.model.Models;

/** The adapter as the command line carries it: a jar in a jar, loaded with an application's own libraries. */
class BesideTheApplicationTests {

    private static final String NESTED = "META-INF/retort/retort-hibernate.jar";

    @TempDir
    private Path folder;

    private Path tool;

    @BeforeEach
    void packTheAdapter() throws IOException {
        tool = folder.resolve("tool");
        Path nested = tool.resolve(NESTED);
        Files.createDirectories(nested.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(nested))) {
            Path classes = Path.of("target/classes");
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    jar.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    jar.write(Files.readAllBytes(file));
                }
            }
            copyJandex(jar);
        }
    }

    private static void copyJandex(JarOutputStream jar) throws IOException {
        Path library = library("/jandex-");
        try (var jandex = new JarFile(library.toFile())) {
            for (JarEntry entry : jandex.stream()
                    .filter(one -> one.getName().endsWith(".class"))
                    .toList()) {
                jar.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = jandex.getInputStream(entry)) {
                    content.transferTo(jar);
                }
            }
        }
        assertThat(Index.class.getName()).startsWith("org.jboss.jandex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void hibernate6ReadsTheSameSchema(String product) throws IOException {
        Golden.check(
                "zoo-6.6/" + product + ".txt",
                SchemaText.of(read(product, withHibernate6()).schema()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "h2", "mariadb"})
    void theApplicationsOwnHibernate7ReadsTheSameSchema(String product) throws IOException {
        Golden.check(
                "zoo/" + product + ".txt",
                SchemaText.of(read(product, withHibernate7()).schema()));
    }

    @Test
    void nothingOfRetortsOwnClassPathIsSeenByTheApplication() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> read("postgresql", List.of("target/test-classes")))
                .withMessageContaining("no Hibernate ORM")
                .satisfies(error -> assertThat(error.hint()).contains("org.hibernate.orm:hibernate-core"));
    }

    @Test
    void aDatabaseThatOnlyCommunityDialectsKnowNeedsThem() {
        List<String> without = withHibernate7().stream()
                .filter(entry -> !entry.contains("community-dialects"))
                .toList();

        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> read("sqlite", without))
                .withMessageContaining("does not know the database")
                .satisfies(error -> assertThat(error.hint()).contains("hibernate-community-dialects"));
    }

    @ParameterizedTest
    @CsvSource({
        "FKdwu0ur1kmosgi6mbewmi1iyqv, true",
        "uk_ob8kqyqqgmefl0aco34akdtpe, true",
        "IDX3v9nh1ioevn7h2jdrpqr0ra3w, true",
        "UKT_ob8kqyqqgmefl0aco34akdtpe, true",
        "uk_internationalizationserviceprovider, false",
        "customer_email_key, false",
        "my_uk_ob8kqyqqgmefl0aco34akdtpe, false",
    })
    void namesThatHibernateComputesAreNobodysChoice(String name, boolean implicit) {
        assertThat(read("postgresql", withHibernate7()).isImplicit(name)).isEqualTo(implicit);
    }

    @Test
    void theAdapterIsUnpackedOnce() throws IOException {
        read("postgresql", withHibernate7());
        read("postgresql", withHibernate7());

        try (Stream<Path> unpacked = Files.list(folder.resolve("cache/models"))) {
            assertThat(unpacked).hasSize(1);
        }
    }

    private DesiredSchema read(String product, List<String> classPath) {
        var settings = new ModelSettings(
                "jpa:dev.retort.hibernate.zoo", classPath, Map.of(), Path.of(""), folder.resolve("cache"));
        var notes = new ArrayList<String>();
        try (var loader = new URLClassLoader(
                new URL[] {tool.toUri().toURL()}, BesideTheApplicationTests.class.getClassLoader())) {
            return Models.in(loader).read(settings, Dialects.offline(product), Reading.facts(product), notes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> withHibernate7() {
        return Stream.concat(
                        Stream.of("target/test-classes"),
                        libraries().filter(jar -> isOfHibernate(jar) || isShared(jar)))
                .toList();
    }

    private static List<String> withHibernate6() {
        return Stream.concat(
                        Stream.of("target/test-classes", "target/hibernate6/*.jar"),
                        libraries().filter(BesideTheApplicationTests::isShared))
                .toList();
    }

    private static boolean isOfHibernate(String jar) {
        return jar.contains("/hibernate-") || jar.contains("persistence-api");
    }

    private static boolean isShared(String jar) {
        return Stream.of(
                        "jboss-logging",
                        "byte-buddy",
                        "jaxb",
                        "xml.bind",
                        "activation",
                        "txw2",
                        "istack",
                        "antlr4",
                        "transaction-api",
                        "inject-api",
                        "jandex")
                .anyMatch(name -> jar.substring(jar.lastIndexOf('/')).contains(name));
    }

    private static Path library(String part) {
        return libraries()
                .filter(jar -> jar.contains(part))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> entry.replace(File.separatorChar, '/'))
                .filter(entry -> entry.endsWith(".jar"));
    }
}
