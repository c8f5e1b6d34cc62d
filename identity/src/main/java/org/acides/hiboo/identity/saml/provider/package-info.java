/** The service providers that the catalogue knows. */
@NullMarked
package org.acides.hiboo.identity.saml.provider;

import org.jspecify.annotations.NullMarked;
