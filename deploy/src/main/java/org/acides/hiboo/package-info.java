/** Hiboo as one process: the contexts put together, and what the operator reads while it starts. */
@NullMarked
package org.acides.hiboo;

import org.jspecify.annotations.NullMarked;
