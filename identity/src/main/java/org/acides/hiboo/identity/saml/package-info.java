/** The SAML 2.0 door: what its parts share. */
@NullMarked
package org.acides.hiboo.identity.saml;

import org.jspecify.annotations.NullMarked;
