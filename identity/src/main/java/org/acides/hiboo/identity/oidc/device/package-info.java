/** Signing in on a device that has no browser, or no keyboard worth the name (RFC 8628): its code is confirmed elsewhere. */
@NullMarked
package org.acides.hiboo.identity.oidc.device;

import org.jspecify.annotations.NullMarked;
