/** Signed challenges that nobody keeps, the check of their solutions, and passes that serve once. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.challenge;
