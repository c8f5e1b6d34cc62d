/** The plain pages between somebody and their account: sign-up, sign-in, sign-out, letters and forgotten passwords. */
@NullMarked
package org.acides.hiboo.identity.signin;

import org.jspecify.annotations.NullMarked;
