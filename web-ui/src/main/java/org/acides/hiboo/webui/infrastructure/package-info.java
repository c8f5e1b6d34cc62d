/** Processors and the event history. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.infrastructure;
