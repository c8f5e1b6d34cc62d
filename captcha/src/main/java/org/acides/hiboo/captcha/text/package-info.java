/** One text for the eye and for the ear: a picture of it, and a voice that spells it in French or English. */
@NullMarked
package org.acides.hiboo.captcha.text;

import org.jspecify.annotations.NullMarked;
