/** Passwords: how good they must be, how they are hashed, and what a wrong one costs. */
@NullMarked
package org.acides.hiboo.identity.credential;

import org.jspecify.annotations.NullMarked;
