/** Passkeys: what browsers are asked to sign, and whether what they answer was signed by a passkey of a member's (WebAuthn Level 3). */
@NullMarked
package org.acides.hiboo.identity.passkey;

import org.jspecify.annotations.NullMarked;
