/** What applications get, and how it ends: codes, access, refresh and ID tokens, and what they are answered about them. */
@NullMarked
package org.acides.hiboo.identity.oidc.token;

import org.jspecify.annotations.NullMarked;
