package dev.retort.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.model.DatabaseFacts;
import dev.retort.model.ModelRequest;
import dev.retort.schema.QualifiedName;

/** Writes Hibernate's names the way people write them. */
final class Spelling {

    private final Names names;
    private final boolean catalogs;
    private final @Nullable String configuredSchema;
    private final @Nullable String connectionSchema;

    Spelling(ModelRequest request, ModelProperties properties, org.hibernate.dialect.Dialect hibernate) {
        names = request.dialect().names();
        catalogs = hibernate.getNameQualifierSupport() == NameQualifierSupport.CATALOG;
        configuredSchema = properties.get(catalogs ? "hibernate.default_catalog" : "hibernate.default_schema");
        DatabaseFacts database = request.database();
        connectionSchema = database == null ? null : catalogs ? database.catalog() : database.schema();
    }

    String of(Identifier identifier) {
        return of(identifier.getText(), identifier.isQuoted());
    }

    String of(Column column) {
        return of(column.getName(), column.isQuoted());
    }

    QualifiedName of(Table table) {
        return qualified(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    /** Name an object in the schema that Hibernate would look for it in; the connection's own goes without saying. */
    QualifiedName qualified(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier name) {
        @Nullable Identifier space = catalogs ? catalog : schema;
        if (space == null && configuredSchema != null) {
            space = Identifier.toIdentifier(configuredSchema);
        }
        @Nullable String spelled = space == null ? null : of(space);
        return QualifiedName.of(spelled == null || isConnectionSchema(spelled) ? null : spelled, of(name));
    }

    private boolean isConnectionSchema(String schema) {
        return connectionSchema != null && names.tableKey(schema).equals(names.tableKey(names.read(connectionSchema)));
    }

    /** Write a name that Hibernate's API gives as text, with backticks or double quotes where it is quoted. */
    String ofText(String text) {
        return of(Identifier.toIdentifier(text));
    }

    private String of(String text, boolean quoted) {
        return quoted ? names.read(text) : names.readUnquoted(text);
    }
}
