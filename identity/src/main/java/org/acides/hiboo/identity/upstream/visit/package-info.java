/** The way of a browser to a provider elsewhere and back: OpenID Connect's code flow, Hiboo being the relying party. */
@NullMarked
package org.acides.hiboo.identity.upstream.visit;

import org.jspecify.annotations.NullMarked;
