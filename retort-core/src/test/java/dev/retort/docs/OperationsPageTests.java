package dev.retort.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Step;
import dev.retort.operation.Run;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

class OperationsPageTests {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern SETUP = Pattern.compile("(?s)```sql\n(CREATE TABLE.*?)```");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)(```java\n(.*?)```\n\n```sql\n)(.*?)```");
    private static final List<String> PRODUCTS = List.of("postgresql", "mariadb", "h2", "sqlite");

    @TempDir
    private Path folder;

    @Test
    void eachExampleCompilesRunsAndBecomesThisSql() throws Exception {
        String page = Files.readString(PAGE);
        List<String> setup = setup(page);
        List<Migration> examples = compile(
                EXAMPLE.matcher(page).results().map(example -> example.group(2)).toList());
        var sql = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (Migration example : examples) {
            sql.add(onEachDatabase(example, setup, refused));
        }
        assertThat(refused).isEmpty();

        var next = sql.iterator();
        String written = EXAMPLE.matcher(page)
                .replaceAll(example -> Matcher.quoteReplacement(example.group(1) + next.next() + "```"));
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, written);
        }
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(PAGE).content().isEqualTo(written);
    }

    private static List<String> setup(String page) {
        String text = SETUP.matcher(page).results().map(found -> found.group(1)).collect(joining());
        return List.of(text.strip().split(";\\s*"));
    }

    private List<Migration> compile(List<String> examples) throws IOException, ReflectiveOperationException {
        var files = new ArrayList<String>(List.of("-proc:none", "-d", folder.toString()));
        files.addAll(List.of("-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < examples.size(); i++) {
            Path file = folder.resolve("Example" + i + ".java");
            Files.writeString(file, """
                    import static dev.retort.migration.Definitions.*;
                    import static dev.retort.migration.Types.*;
                    import static dev.retort.schema.ReferentialAction.CASCADE;
                    import dev.retort.migration.*;
                    import java.util.*;

                    public class Example%d implements Migration {
                        @Override public void upgrade(Operations op) {
                            %s
                        }
                        @Override public void downgrade(Operations op) {}
                    }
                    """.formatted(i, examples.get(i)));
            files.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)))
                .as("javac's exit code")
                .isZero();
        var compiled = new ArrayList<Migration>();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < examples.size(); i++) {
                Class<?> type = loader.loadClass("Example" + i);
                compiled.add((Migration) type.getDeclaredConstructor().newInstance());
            }
        }
        return compiled;
    }

    /** Run an example on an empty database of each product; products with the same SQL share it. */
    private static String onEachDatabase(Migration example, List<String> setup, List<String> refused) throws Exception {
        Map<String, List<String>> products = new LinkedHashMap<>();
        for (String product : PRODUCTS) {
            products.computeIfAbsent(
                            run(example, TestDatabases.create(product), setup, refused), sql -> new ArrayList<>())
                    .add(product);
        }
        var text = new StringBuilder();
        products.forEach((sql, names) -> text.append("-- ")
                .append(names.size() == PRODUCTS.size() ? "all" : String.join(", ", names))
                .append('\n')
                .append(sql));
        return text.toString();
    }

    private static String run(Migration example, TestDatabase database, List<String> setup, List<String> refused)
            throws Exception {
        database.run(setup.toArray(String[]::new));
        var text = new StringBuilder();
        try (var connection = database.connect()) {
            var dialect = Dialects.of(connection);
            try (var session = dialect.session(connection);
                    var statement = connection.createStatement()) {
                assertThat(session).isNotNull();
                for (Step step : noted(example)) {
                    if (step.operation() instanceof Run run) {
                        run.action().run(connection);
                        text.append("-- ").append(run.summary()).append('\n');
                        continue;
                    }
                    for (var sql : dialect.ddl().statements(step.operation(), dialect.tables(connection))) {
                        statement.execute(sql.sql());
                        text.append(sql.sql()).append(";\n");
                    }
                }
            } catch (RetortException e) {
                return "-- error: " + e.getMessage() + "\n";
            } catch (SQLException e) {
                refused.add(database + " after " + text + " refuses " + noted(example) + ": " + e.getMessage());
            }
        }
        return text.isEmpty() ? "-- nothing\n" : text.toString();
    }

    private static List<Step> noted(Migration example) {
        var operations = new Operations(example.getClass().getName());
        example.upgrade(operations);
        return operations.noted();
    }
}
