/**
 * The dialogue between an application's request for a code and its answer: who signs in, as which profile, and whether
 * they agree. What tokens hold is decided behind it.
 */
@NullMarked
package org.acides.hiboo.identity.oidc.authorization;

import org.jspecify.annotations.NullMarked;
