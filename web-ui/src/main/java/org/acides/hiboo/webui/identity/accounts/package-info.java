/** Accounts as an admin sees them: never their profiles. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.identity.accounts;
