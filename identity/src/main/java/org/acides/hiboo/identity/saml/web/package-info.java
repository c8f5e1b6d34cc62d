/** What the door's endpoints share as pages: who may open them, and this identity provider's metadata. */
@NullMarked
package org.acides.hiboo.identity.saml.web;

import org.jspecify.annotations.NullMarked;
