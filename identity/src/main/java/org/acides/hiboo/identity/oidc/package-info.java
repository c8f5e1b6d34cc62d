/** The OpenID Connect door: what its parts share. */
@NullMarked
package org.acides.hiboo.identity.oidc;

import org.jspecify.annotations.NullMarked;
