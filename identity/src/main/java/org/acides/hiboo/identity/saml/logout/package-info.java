/** Single logout (SAML V2.0 Profiles §4.4): who is signed in where, and how they are signed out there. */
@NullMarked
package org.acides.hiboo.identity.saml.logout;

import org.jspecify.annotations.NullMarked;
