/** Applications that register themselves as clients, with an admin's leave (RFC 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0). */
@NullMarked
package org.acides.hiboo.catalog.registration;

import org.jspecify.annotations.NullMarked;
