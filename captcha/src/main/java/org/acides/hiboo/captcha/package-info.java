/** Challenges and passes, for Hiboo and for other applications, will live here. The room is empty so far. */
package org.acides.hiboo.captcha;
