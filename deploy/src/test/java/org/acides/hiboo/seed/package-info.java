/** Services and members for tests and benchmarks, made by real commands. It is on no path of the packed application. */
@NullMarked
package org.acides.hiboo.seed;

import org.jspecify.annotations.NullMarked;
