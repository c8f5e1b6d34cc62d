/** Tells services, by SCIM 2.0 (RFC 7643, RFC 7644), that profiles of theirs were suspended, restored or deleted. */
@NullMarked
package org.acides.hiboo.identity.scim;

import org.jspecify.annotations.NullMarked;
