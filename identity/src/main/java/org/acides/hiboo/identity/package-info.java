/** Accounts, profiles, sessions, and the doors that applications come through. */
@NullMarked
package org.acides.hiboo.identity;

import org.jspecify.annotations.NullMarked;
