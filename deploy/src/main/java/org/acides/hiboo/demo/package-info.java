/** A believable community for {@code ./hiboo run --demo}: made of the same commands that people's clicks are. */
@NullMarked
package org.acides.hiboo.demo;

import org.jspecify.annotations.NullMarked;
