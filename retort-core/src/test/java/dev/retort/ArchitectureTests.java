package dev.retort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTests {

    private static final String[] ROOMS = {
        "schema",
        "revision",
        "config",
        "operation",
        "migration",
        "dialect",
        "model",
        "diff",
        "lint",
        "render",
        "script",
        "environment",
        "runtime",
        "verify",
        "command"
    };

    private static final JavaClasses RETORT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.retort");

    /** The rooms of the design, and the rooms that each may open. */
    @ParameterizedTest
    @CsvSource({
        "schema,      ''",
        "revision,    ''",
        "config,      ''",
        "operation,   schema",
        "migration,   operation schema",
        "dialect,     operation schema",
        "model,       dialect schema",
        "diff,        dialect operation schema",
        "lint,        dialect operation schema",
        "render,      operation revision schema",
        "script,      config migration revision",
        "environment, config diff dialect model operation revision schema",
        "runtime,     config dialect migration operation revision schema script",
    })
    void aRoomOpensOnlyTheseRooms(String room, String allowed) {
        Set<String> open = Set.of(allowed.split(" "));
        String[] closed = Arrays.stream(ROOMS)
                .filter(other -> !other.equals(room) && !open.contains(other))
                .map(other -> "dev.retort." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("dev.retort." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed)
                .allowEmptyShould(true)
                .check(RETORT);
    }

    @Test
    void noRoomsFormACircle() {
        slices().matching("dev.retort.(*)..").should().beFreeOfCycles().check(RETORT);
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mariadb", "sqlite", "h2", "oracle", "sqlserver"})
    void nobodyOutsideADialectsFolderKnowsIt(String dialect) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.retort.dialect." + dialect + "..")
                .and()
                .haveNameNotMatching(dialect.equals("mariadb") ? "dev\\.retort\\.dialect\\.mysql\\..*" : "-")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.retort.dialect." + dialect + "..")
                .check(RETORT);
    }

    @Test
    void theRoomsThatAreDataDoNoInputOrOutput() {
        String[] pure = Stream.of("revision", "schema", "operation", "diff", "render")
                .map(room -> "dev.retort." + room + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .and()
                .doNotHaveFullyQualifiedName("dev.retort.operation.Run")
                .and()
                .doNotHaveFullyQualifiedName("dev.retort.operation.Run$Action")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
                .check(RETORT);
    }
}
