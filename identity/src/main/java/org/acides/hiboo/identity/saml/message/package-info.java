/** SAML messages, read and written (SAML V2.0 Core and Bindings). Nothing outside of this package knows the library. */
@NullMarked
package org.acides.hiboo.identity.saml.message;

import org.jspecify.annotations.NullMarked;
