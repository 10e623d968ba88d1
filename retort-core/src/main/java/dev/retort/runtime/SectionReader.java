package dev.retort.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.dialect.UnclosedTextException;
import dev.retort.migration.DatabaseChoice;
import dev.retort.script.ScriptProblems;
import dev.retort.script.SqlRevision;
import dev.retort.script.SqlSection;

/**
 * Finds the part of a SQL revision that one product runs, and cuts it into statements. A line that looks like a heading is
 * none where the SQL before it is not finished: in a string, a comment, a bracket or a body.
 */
final class SectionReader {

    private final Dialect dialect;
    private final DatabaseChoice database;
    private final List<String> known;

    SectionReader(Dialect dialect, DatabaseChoice database) {
        this.dialect = dialect;
        this.database = database;
        this.known = Dialects.all().stream().map(DialectProvider::name).toList();
    }

    /**
     * Cut the part for one direction into statements.
     *
     * @throws RetortException naming file and line of what is wrong with the file's parts
     */
    List<ScriptStatement> statements(String revision, SqlRevision code, boolean up) {
        if (isOrdinary(code, up)) {
            try {
                return cut(revision, code, up);
            } catch (RetortException e) {
                if (!(e.getCause() instanceof UnclosedTextException)) {
                    throw e;
                }
                // The part may go on behind the next heading.
            }
        }
        return cut(revision, joined(code), up);
    }

    /** Give the part as the headings alone have it, to be looked at quickly. */
    @Nullable
    SqlSection likely(SqlRevision code, boolean up) {
        return code.section(up, database.name(), dialect.name()).orElse(null);
    }

    /** Tell whether every heading names a product or database that there is. */
    boolean isForKnown(SqlRevision code) {
        for (SqlSection section : code.sections()) {
            String word = section.dialect().orElse("");
            if (!word.isEmpty()
                    && !known.contains(word)
                    && database.all().stream().noneMatch(word::equalsIgnoreCase)) {
                return false;
            }
        }
        return true;
    }

    /** Tell whether the part that is wanted begins where it seems to, as far as that can be told without reading it. */
    private boolean isOrdinary(SqlRevision code, boolean up) {
        SqlSection wanted = likely(code, up);
        if (wanted == null || !code.isPlain()) {
            return false;
        }
        for (SqlSection section : code.sections()) {
            if (section.firstLine() == wanted.firstLine()) {
                return true;
            }
            if (isOpen(code, section, section.text())) {
                return false;
            }
        }
        return false;
    }

    private List<ScriptStatement> cut(String revision, SqlRevision code, boolean up) {
        code.requireSections(known, database.all());
        SqlSection section = likely(code, up);
        if (section == null) {
            throw new RetortException(
                    "Revision '%s' (%s) has no '-- %s' section for %s"
                            .formatted(
                                    revision,
                                    code.origin(),
                                    up ? "upgrade" : "downgrade",
                                    database.name() == null ? dialect.name() : "'" + database.name() + "'"),
                    "add the section; it may be empty");
        }
        return split(code, dialect.script(), section);
    }

    private static List<ScriptStatement> split(SqlRevision code, ScriptGrammar grammar, SqlSection section) {
        try {
            return grammar.split(section.text(), section.firstLine());
        } catch (RetortException e) {
            throw new RetortException(code.origin() + ": " + e.getMessage(), e.hint(), e);
        }
    }

    private SqlRevision joined(SqlRevision code) {
        List<SqlSection> whole = new ArrayList<>();
        for (SqlSection next : code.sections()) {
            SqlSection last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
            if (last != null && isOpen(code, last, last.text())) {
                whole.set(whole.size() - 1, last.with(next));
            } else {
                whole.add(next);
            }
        }
        SqlSection last = whole.get(whole.size() - 1);
        if (isOpen(code, last, last.text())) {
            split(code, grammars(code, last).get(0), last);
        }
        SqlRevision joined = new SqlRevision(whole, code.origin());
        check(code, joined);
        return joined;
    }

    private void check(SqlRevision code, SqlRevision joined) {
        ScriptProblems problems = new ScriptProblems();
        Set<String> names = new HashSet<>();
        for (SqlSection section : joined.sections()) {
            if (!names.add(section.name())) {
                problems.add(code.origin() + ":" + (section.firstLine() - 1), section.twice(), SqlSection.TWICE_HINT);
            }
            for (SqlRevision.Doubt doubt : code.doubts()) {
                int lines = doubt.line() - section.firstLine();
                boolean inside = lines >= 0 && lines <= section.text().lines().count();
                if (inside && !isOpen(code, section, firstLines(section.text(), lines))) {
                    problems.add(code.origin() + ":" + doubt.line(), doubt.problem(), SqlRevision.Doubt.HINT);
                }
            }
        }
        problems.throwIfAny("Cannot read '%s'".formatted(code.origin()));
    }

    private static String firstLines(String text, int count) {
        int end = 0;
        for (int line = 0; line < count; line++) {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return text.substring(0, end);
    }

    /** A part that several products share is open if none of them finds it finished. */
    private boolean isOpen(SqlRevision code, SqlSection section, String text) {
        return grammars(code, section).stream().allMatch(grammar -> isOpen(grammar, text));
    }

    private static boolean isOpen(ScriptGrammar grammar, String text) {
        try {
            grammar.split(text, 1);
            return false;
        } catch (UnclosedTextException e) {
            return true;
        } catch (RetortException e) {
            // Something else is wrong with it, which is told if it is to run.
            return false;
        }
    }

    /** List the rules of those whose part it is; the plain part is for all that have none of their own. */
    private List<ScriptGrammar> grammars(SqlRevision code, SqlSection section) {
        List<String> named = code.sections().stream()
                .filter(other -> other.downgrade() == section.downgrade())
                .flatMap(other -> other.dialect().stream())
                .toList();
        boolean servesThis = !named.contains(dialect.name()) && !named.contains(lowerCase(database.name()));
        String owner = section.dialect().orElse(servesThis ? dialect.name() : "");
        List<String> owners = owner.isEmpty()
                ? known.stream().filter(name -> !named.contains(name)).toList()
                : List.of(owner);
        // Of another database nobody tells the product here.
        return owners.isEmpty() || !known.containsAll(owners)
                ? List.of(dialect.script())
                : owners.stream().map(this::grammar).toList();
    }

    private ScriptGrammar grammar(String name) {
        return name.equals(dialect.name())
                ? dialect.script()
                : Dialects.offline(name).script();
    }

    private static String lowerCase(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
