/** Proof of work in ALTCHA's wire format: PBKDF2 for everybody, Argon2id for whom machines attack. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.pow;
