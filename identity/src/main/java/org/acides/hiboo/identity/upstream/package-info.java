/** Providers of OpenID Connect elsewhere, another Hiboo first of all, and which identity there opens which account here. */
@NullMarked
package org.acides.hiboo.identity.upstream;

import org.jspecify.annotations.NullMarked;
