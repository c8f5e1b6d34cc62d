/** Identity's published queries. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.identity.api.queries;
