/** A port of its own for whoever collects metrics. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.metrics;
