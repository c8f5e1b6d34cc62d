/** What a kind of challenge is. Another kind is one more bean of {@link org.acides.hiboo.captcha.kind.ChallengeKind}. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.kind;
