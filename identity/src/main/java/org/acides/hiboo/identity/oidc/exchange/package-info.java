/** A service's token in exchange for a lesser one of the same service (RFC 8693). */
@NullMarked
package org.acides.hiboo.identity.oidc.exchange;

import org.jspecify.annotations.NullMarked;
