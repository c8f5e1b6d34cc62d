/** The applications that may ask: the catalogue's clients, and the secrets by which they are known. */
@NullMarked
package org.acides.hiboo.identity.oidc.client;

import org.jspecify.annotations.NullMarked;
