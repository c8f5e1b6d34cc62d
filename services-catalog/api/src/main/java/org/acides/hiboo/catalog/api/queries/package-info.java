/** The service catalogue's published queries. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.api.queries;
