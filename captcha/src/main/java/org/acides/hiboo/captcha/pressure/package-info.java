/** How much each site is asked, counted without a word about who asks, and the difficulty that follows from it. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.pressure;
