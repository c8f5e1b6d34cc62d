/** Identity's published events. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.identity.api.events;
