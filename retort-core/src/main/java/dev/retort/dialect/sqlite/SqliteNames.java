package dev.retort.dialect.sqlite;

import java.util.Set;

import dev.retort.dialect.Folding;
import dev.retort.dialect.StandardNames;

/**
 * Names as SQLite has them: kept as they are written, told apart without regard to the case of ASCII letters, of any
 * length.
 */
final class SqliteNames extends StandardNames {

    /** Every keyword, whether or not it may stand unquoted (https://www.sqlite.org/lang_keywords.html). */
    private static final Set<String> KEYWORDS = Set.of("""
            abort action add after all alter always analyze and as asc attach autoincrement before begin between by \
            cascade case cast check collate column commit conflict constraint create cross current current_date \
            current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop \
            each else end escape except exclude exclusive exists explain fail filter first following for foreign from \
            full generated glob group groups having if ignore immediate in index indexed initially inner insert \
            instead intersect into is isnull join last left like limit match materialized natural no not nothing \
            notnull null nulls of offset on or order others outer over partition plan pragma preceding primary query \
            raise range recursive references regexp reindex release rename replace restrict returning right rollback \
            row rows savepoint select set table temp temporary then ties to transaction trigger unbounded union \
            unique update using vacuum values view virtual when where window with within without""".split(" "));

    SqliteNames() {
        super(Folding.PRESERVE, '"', KEYWORDS, Integer.MAX_VALUE, false);
    }

    @Override
    public String tableKey(String name) {
        return lower(catalog(name));
    }

    @Override
    public String columnKey(String name) {
        return lower(catalog(name));
    }

    private static String lower(String name) {
        var key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            key.append(character >= 'A' && character <= 'Z' ? (char) (character + 32) : character);
        }
        return key.toString();
    }
}
