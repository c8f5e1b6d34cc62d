/** The service catalogue's published events. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.api.events;
