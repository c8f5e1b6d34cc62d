/**
 * The door for applications that know no sign-in protocol: a proxy in front of them asks who comes, request by request.
 */
@NullMarked
package org.acides.hiboo.identity.forwardauth;

import org.jspecify.annotations.NullMarked;
