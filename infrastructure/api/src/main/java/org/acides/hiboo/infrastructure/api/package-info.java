/** Shapes that every context shares: event names, actors, sealed values, refusals. No domain word lives here. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.api;
