/** Personal values sealed under a key of their subject's own; the keys wrapped under a master key; its rotation. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.sealing;
