package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.dialect.Names;
import dev.retort.schema.QualifiedName;

/** What can be told of a statement that a person wrote from its first words, on whatever database. */
final class WrittenSql {

    private static final Pattern TOKEN = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*+'|(\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|\\[[^\\]]*\\])|([\\p{L}\\p{N}_$#]+)|(\\S)",
            Pattern.DOTALL);

    /** What {@code CREATE}, {@code ALTER} and {@code DROP} do to these is no matter of a table. */
    private static final Set<String> APART =
            Set.of("sequence", "type", "schema", "extension", "domain", "role", "user", "collation");

    private static final Set<String> ON_A_TABLE = Set.of("index", "trigger", "policy", "rule", "statistics");

    private static final Set<String> NO_COLUMN = Set.of(
            "constraint", "default", "not", "index", "key", "primary", "foreign", "check", "expression", "identity");

    private static final int LONGEST = 60;

    private final String sql;
    private final List<String> words = new ArrayList<>();
    private int at;

    /** Read {@code sql}, one statement. */
    WrittenSql(String sql) {
        this.sql = sql;
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group(1) != null) {
                // Marked, so that a quoted name is never taken for a key word.
                words.add('"' + token.group().substring(1, token.group().length() - 1));
            } else if (token.group(2) != null || token.group(3) != null) {
                words.add(token.group());
            }
        }
    }

    /**
     * Name the tables it changes.
     *
     * @param names what the database makes of names without quotes
     * @return nothing where that cannot be told
     */
    Optional<List<QualifiedName>> tables(Names names) {
        return spelled()
                .map(tables -> tables.stream()
                        .map(parts ->
                                parts.stream().map(part -> read(part, names)).toList())
                        .map(parts -> QualifiedName.of(
                                parts.size() == 1 ? null : String.join(".", parts.subList(0, parts.size() - 1)),
                                parts.get(parts.size() - 1)))
                        .toList());
    }

    private static String read(String part, Names names) {
        return part.startsWith("\"") ? names.read(part.substring(1)) : names.readUnquoted(part);
    }

    /** Name the tables, each by its parts. */
    private Optional<List<List<String>>> spelled() {
        at = 0;
        return switch (next()) {
            case "create", "alter", "drop" -> ofDefinition();
            case "insert", "replace", "merge" -> passedTo("into") ? names() : Optional.empty();
            case "delete" -> passedTo("from") ? names() : Optional.empty();
            case "update", "truncate" -> {
                skip(Set.of("table", "ignore", "low_priority"));
                yield names();
            }
            case "comment" -> commented();
            case "rename" -> skip(Set.of("table")) ? names() : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Say what it removes with all that it holds, in its own words, if it does. */
    Optional<String> loss() {
        at = 0;
        boolean loses = switch (next()) {
            case "truncate", "delete" -> true;
            case "drop" -> Set.of("table", "schema", "database", "tablespace").contains(peek());
            case "alter" -> "table".equals(peek()) && dropsColumn();
            default -> false;
        };
        return loses ? Optional.of(shortened(sql)) : Optional.empty();
    }

    private boolean dropsColumn() {
        for (int i = at; i + 1 < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase("drop")
                    && !NO_COLUMN.contains(words.get(i + 1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private Optional<List<List<String>>> ofDefinition() {
        while (at < words.size()) {
            String word = next();
            if (word.equals("table")) {
                return names();
            }
            if (APART.contains(word)) {
                return Optional.of(List.of());
            }
            if (ON_A_TABLE.contains(word)) {
                return passedTo("on") ? names() : Optional.empty();
            }
            if (word.equals("view") || word.equals("(") || word.equals("as")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<List<List<String>>> commented() {
        if (!passedTo("on")) {
            return Optional.empty();
        }
        String kind = next();
        if (kind.equals("table")) {
            return names();
        }
        return kind.equals("column")
                ? names().map(names -> names.stream()
                        .filter(parts -> parts.size() > 1)
                        .map(parts -> parts.subList(0, parts.size() - 1))
                        .toList())
                : Optional.empty();
    }

    /** Read a name, or several with commas between them. */
    private Optional<List<List<String>>> names() {
        List<List<String>> names = new ArrayList<>();
        do {
            skip(Set.of("if", "not", "exists", "only"));
            List<String> name = name();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name);
        } while (skip(Set.of(",")));
        return Optional.of(names);
    }

    private List<String> name() {
        List<String> parts = new ArrayList<>();
        do {
            String part = at < words.size() ? words.get(at++) : "";
            if (part.length() < (part.startsWith("\"") ? 2 : 1)
                    || !(part.startsWith("\"") || Character.isJavaIdentifierPart(part.charAt(0)))) {
                return List.of();
            }
            parts.add(part);
        } while (skip(Set.of(".")));
        return parts;
    }

    private boolean passedTo(String word) {
        while (at < words.size()) {
            if (next().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean skip(Set<String> some) {
        int before = at;
        while (some.contains(peek())) {
            at++;
        }
        return at > before;
    }

    private String peek() {
        return at < words.size() ? words.get(at).toLowerCase(Locale.ROOT) : "";
    }

    private String next() {
        String word = peek();
        at++;
        return word;
    }

    /** Give the beginning of {@code sql}, in one line. */
    static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
