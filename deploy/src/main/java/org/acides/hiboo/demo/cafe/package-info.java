/**
 * A café's website that members of the demo community sign in to: an ordinary OpenID Connect relying party, which knows
 * nothing of Hiboo but its address.
 */
@NullMarked
package org.acides.hiboo.demo.cafe;

import org.jspecify.annotations.NullMarked;
