/** Questions that a community writes, and their answers. */
@NullMarked
package org.acides.hiboo.captcha.question;

import org.jspecify.annotations.NullMarked;
