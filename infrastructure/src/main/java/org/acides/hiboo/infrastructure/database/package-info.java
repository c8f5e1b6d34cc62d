/** PostgreSQL: embedded or external, and the migrations that each context owns. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.database;
