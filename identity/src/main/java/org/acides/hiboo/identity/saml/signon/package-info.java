/** Signing on: a service provider's request, the dialogue with the person, the assertion (SAML V2.0 Profiles §4.1). */
@NullMarked
package org.acides.hiboo.identity.saml.signon;

import org.jspecify.annotations.NullMarked;
