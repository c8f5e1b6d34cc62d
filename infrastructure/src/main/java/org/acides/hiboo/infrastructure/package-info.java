/** What every context stands on: events, keys, schedules, letters and a database. No domain word lives here. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure;
