/**
 * The end of a session: at an application's wish (OpenID Connect RP-Initiated Logout 1.0), and told to applications, from
 * here (Back-Channel Logout 1.0) and by the browser (Front-Channel Logout 1.0).
 */
@NullMarked
package org.acides.hiboo.identity.oidc.logout;

import org.jspecify.annotations.NullMarked;
