package org.acides.hiboo.infrastructure.database;

/**
 * A context's own schema and where its Flyway migrations lie. Declared as a bean by the context; run before anything
 * reads the database.
 *
 * @param schema lower-case name, made when missing
 * @param location Flyway location such as {@code classpath:db/identity}
 */
public record SchemaMigrations(String schema, String location) {

    public SchemaMigrations {
        if (!schema.matches("[a-z_]{1,40}")) throw new IllegalArgumentException("schema: a-z and _, at most 40");
    }
}
