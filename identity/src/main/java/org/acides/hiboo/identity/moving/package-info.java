/** Accounts that move between two communities: bundles of profiles, how they leave here, and how they arrive. */
@NullMarked
package org.acides.hiboo.identity.moving;

import org.jspecify.annotations.NullMarked;
