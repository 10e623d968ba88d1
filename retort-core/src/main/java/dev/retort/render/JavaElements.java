package dev.retort.render;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Writes what tables are made of as {@code dev.retort.migration.Definitions} has it. */
final class JavaElements {

    private final Imports imports;
    private final JavaTypes types;

    JavaElements(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
    }

    Expression element(TableElement element) {
        imports.definitions();
        if (element instanceof Column column) {
            return column(column);
        } else if (element instanceof PrimaryKey key) {
            return named(primaryKey(key), key.name());
        } else if (element instanceof UniqueConstraint unique) {
            return unique(unique);
        } else if (element instanceof ForeignKey foreignKey) {
            return foreignKey(foreignKey);
        } else if (element instanceof CheckConstraint check) {
            Expression text = Expression.of("check(" + JavaLiterals.string(check.expression()) + ")");
            return named(check.unvalidated() ? text.call("notValid()") : text, check.name());
        } else if (element instanceof ExclusionConstraint exclusion) {
            return named(
                    Expression.of("exclude(" + JavaLiterals.string(exclusion.definition()) + ")"), exclusion.name());
        } else if (element instanceof Index index) {
            return index(index);
        }
        return Expression.of("comment(" + JavaLiterals.string(((TableComment) element).text()) + ")");
    }

    Expression sequence(Sequence sequence) {
        imports.definitions();
        Expression text = Expression.of("sequence(" + types.name(sequence.name()) + ", "
                + JavaLiterals.whole(sequence.start()) + ", " + JavaLiterals.whole(sequence.increment()) + ")");
        if (sequence.minimum() != null || sequence.maximum() != null) {
            text = text.call("between(" + number(sequence.minimum()) + ", " + number(sequence.maximum()) + ")");
        }
        return sequence.cycles() ? text.call("cycling()") : text;
    }

    /** Write how rows are numbered in general. */
    String identity(Identity identity) {
        return "new " + imports.type(Identity.class) + "(" + identity.always() + ", " + number(identity.start()) + ", "
                + number(identity.increment()) + ")";
    }

    private static String number(@Nullable Long number) {
        return number == null ? "null" : number + "L";
    }

    private Expression column(Column column) {
        Expression text =
                Expression.of("column(" + JavaLiterals.string(column.name()) + ", " + types.type(column.type()) + ")");
        if (!column.nullable()) {
            text = text.call("notNull()");
        }
        Identity identity = column.numbering();
        if (identity != null) {
            text = text.call(numbering(identity));
        }
        if (column.defaultSql() != null) {
            text = text.call("defaultSql(" + JavaLiterals.string(column.defaultSql()) + ")");
        }
        Generated generated = column.generated();
        if (generated != null) {
            text = text.call((generated.stored() ? "generatedStored(" : "generatedVirtual(")
                    + JavaLiterals.string(generated.expression()) + ")");
        }
        if (column.collation() != null) {
            text = text.call("collation(" + JavaLiterals.string(column.collation()) + ")");
        }
        if (column.comment() != null) {
            text = text.call("comment(" + JavaLiterals.string(column.comment()) + ")");
        }
        return text;
    }

    private String numbering(Identity identity) {
        if (identity.start() == null && identity.increment() == null) {
            return identity.always() ? "identityAlways()" : "identity()";
        }
        return "numbering(" + identity(identity) + ")";
    }

    private Expression primaryKey(PrimaryKey key) {
        Expression text = Expression.of("primaryKey(" + JavaLiterals.strings(key.columns()) + ")");
        return deferrable(including(text, key.include()), key.deferral());
    }

    private Expression unique(UniqueConstraint unique) {
        Expression text = Expression.of("unique(" + JavaLiterals.strings(unique.columns()) + ")");
        if (unique.nullsNotDistinct()) {
            text = text.call("withNullsNotDistinct()");
        }
        return named(deferrable(including(text, unique.include()), unique.deferral()), unique.name());
    }

    private static Expression including(Expression text, List<String> columns) {
        return columns.isEmpty() ? text : text.call("including(" + JavaLiterals.strings(columns) + ")");
    }

    private Expression deferrable(Expression text, Deferral deferral) {
        return deferral == Deferral.NOT_DEFERRABLE ? text : text.call("deferrable(" + imports.constant(deferral) + ")");
    }

    private Expression foreignKey(ForeignKey foreignKey) {
        Expression text = Expression.of("foreignKey(" + JavaLiterals.strings(foreignKey.columns()) + ")")
                .call("references(" + types.name(foreignKey.target()) + ", "
                        + JavaLiterals.strings(foreignKey.targetColumns()) + ")");
        if (foreignKey.onDelete() != ReferentialAction.NO_ACTION) {
            text = text.call("onDelete(" + imports.constant(foreignKey.onDelete()) + ")");
        }
        if (foreignKey.onUpdate() != ReferentialAction.NO_ACTION) {
            text = text.call("onUpdate(" + imports.constant(foreignKey.onUpdate()) + ")");
        }
        text = deferrable(text, foreignKey.deferral());
        return named(foreignKey.unvalidated() ? text.call("notValid()") : text, foreignKey.name());
    }

    private Expression index(Index index) {
        Expression text = Expression.of("index(" + JavaLiterals.string(index.name()) + ", " + types.name(index.table())
                + ", " + parts(index.parts()) + ")");
        if (index.isUnique()) {
            text = text.call("unique()");
        }
        if (index.where() != null) {
            text = text.call("where(" + JavaLiterals.string(index.where()) + ")");
        }
        if (index.method() != null) {
            text = text.call("using(" + JavaLiterals.string(index.method()) + ")");
        }
        text = including(text, index.include());
        return index.nullsNotDistinct() ? text.call("withNullsNotDistinct()") : text;
    }

    private static String parts(List<IndexPart> parts) {
        if (parts.stream().allMatch(part -> part.equals(IndexPart.column(part.text())))) {
            return JavaLiterals.strings(parts.stream().map(IndexPart::text).toList());
        }
        return parts.stream().map(JavaElements::part).collect(Collectors.joining(", "));
    }

    private static String part(IndexPart part) {
        String start = part.expression() ? "expression(" : part.descending() ? "descending(" : "ascending(";
        String text = start + JavaLiterals.string(part.text()) + ")";
        if (part.expression() && part.descending()) {
            text += ".descendingOrder()";
        }
        if (part.nullsFirst() != null) {
            text += ".withNulls(" + part.nullsFirst() + ")";
        }
        if (part.operatorClass() != null) {
            text += ".operatorClass(" + JavaLiterals.string(part.operatorClass()) + ")";
        }
        return text;
    }

    private static Expression named(Expression text, @Nullable String name) {
        return name == null ? text : text.call("named(" + JavaLiterals.string(name) + ")");
    }
}
