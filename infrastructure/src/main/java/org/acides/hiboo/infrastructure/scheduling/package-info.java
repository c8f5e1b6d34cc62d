/** Work that comes round: on one node at a time, whatever nodes there are. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.scheduling;
