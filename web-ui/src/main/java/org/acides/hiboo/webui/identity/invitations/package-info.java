/** Invitations to sign up. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.identity.invitations;
