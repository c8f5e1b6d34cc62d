/** Proof of possession (RFC 9449): an application shows with each request that it holds a key. */
@NullMarked
package org.acides.hiboo.identity.oidc.dpop;

import org.jspecify.annotations.NullMarked;
