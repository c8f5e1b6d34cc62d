/** Look-ups, projections and policies: how handlers get their events, their lag, their replay. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.processing;
