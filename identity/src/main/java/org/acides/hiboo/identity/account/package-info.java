/** Accounts: what a person signs in with, from sign-up to blocking, and the invitations that lead to one. */
@NullMarked
package org.acides.hiboo.identity.account;

import org.jspecify.annotations.NullMarked;
