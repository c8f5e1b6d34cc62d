/** Challenges and passes, for Hiboo and for other applications, with nothing kept about who visits. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha;
