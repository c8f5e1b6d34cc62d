/** What service providers call profiles, and which profile a name means. */
@NullMarked
package org.acides.hiboo.identity.saml.naming;

import org.jspecify.annotations.NullMarked;
