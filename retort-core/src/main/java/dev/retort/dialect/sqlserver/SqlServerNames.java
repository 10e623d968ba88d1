package dev.retort.dialect.sqlserver;

import java.util.Set;

import dev.retort.RetortException;
import dev.retort.dialect.Folding;
import dev.retort.dialect.StandardNames;
import dev.retort.schema.QualifiedName;

/**
 * Names as SQL Server has them: written as they are given, between brackets where they need it, at most 128 characters,
 * told apart without regard to case as most collations do. Source: Transact-SQL reference, Database identifiers and
 * Reserved keywords.
 */
final class SqlServerNames extends StandardNames {

    /** The last ones are no words of the language: sqlcmd takes a line that begins with them for a command. */
    private static final Set<String> RESERVED_WORDS = Set.of("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case check
            checkpoint close clustered coalesce collate column commit compute constraint contains containstable continue
            convert create cross current current_date current_time current_timestamp current_user cursor database dbcc
            deallocate declare default delete deny desc disk distinct distributed double drop dump else end errlvl escape
            except exec execute exists exit external fetch file fillfactor for foreign freetext freetexttable from full
            function goto grant group having holdlock identity identity_insert identitycol if in index inner insert
            intersect into is join key kill left like lineno load merge national nocheck nonclustered not null nullif of
            off offsets on open opendatasource openquery openrowset openxml option or order outer over percent pivot plan
            precision primary print proc procedure public raiserror read readtext reconfigure references replication
            restore restrict return revert revoke right rollback rowcount rowguidcol rule save schema securityaudit select
            semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable session_user set setuser
            shutdown some statistics system_user table tablesample textsize then to top tran transaction trigger truncate
            try_convert tsequal union unique unpivot update updatetext use user values varying view waitfor when where
            while with within writetext
            go quit reset ed""".split("\\s+"));

    SqlServerNames() {
        super(Folding.PRESERVE, '"', RESERVED_WORDS, 128, false);
    }

    @Override
    public String spell(String name) {
        if (name.chars().anyMatch(character -> character < ' ') || name.contains("$(")) {
            throw new RetortException(
                    "The name '%s' cannot stand in a script for SQL Server: it has a control character or '$('"
                            .formatted(name),
                    "choose another name");
        }
        return super.spell(name);
    }

    /** {@inheritDoc} One of the two sqlcmds takes a quote or a comment's beginning for what it is even between brackets. */
    @Override
    protected String quoted(String catalogName) {
        boolean confuses = catalogName.contains("'")
                || catalogName.contains("\"")
                || catalogName.contains("--")
                || catalogName.contains("/*");
        return confuses ? super.quoted(catalogName) : bracketed(catalogName);
    }

    /** Spell the text by which functions and procedures of the server find an object: {@code N'dbo.[Order]'}. */
    String text(QualifiedName name) {
        return SqlServerLiterals.unicode(parts(name));
    }

    /** Spell the text by which procedures of the server find a column: {@code N'dbo.[Order].[id]'}. */
    String text(QualifiedName table, String column) {
        return SqlServerLiterals.unicode(parts(table) + "." + part(column));
    }

    private String parts(QualifiedName name) {
        return name.schema() == null ? part(name.name()) : part(name.schema()) + "." + part(name.name());
    }

    private String part(String name) {
        return spell(name).equals(name) ? name : bracketed(catalog(name));
    }

    private static String bracketed(String catalogName) {
        return "[" + catalogName.replace("]", "]]") + "]";
    }
}
