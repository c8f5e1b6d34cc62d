/** Events on PostgreSQL: stored under logical names, woken by LISTEN/NOTIFY, readable as a history. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.eventstore;
