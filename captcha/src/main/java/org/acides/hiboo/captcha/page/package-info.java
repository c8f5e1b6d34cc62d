/** The words and the frame of pages that the captcha shows by itself. */
@NullMarked
package org.acides.hiboo.captcha.page;

import org.jspecify.annotations.NullMarked;
