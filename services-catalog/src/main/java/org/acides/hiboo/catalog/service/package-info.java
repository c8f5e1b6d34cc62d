/** A service's life: decided by the aggregate, kept unique by look-ups, listed by a projection. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.service;
