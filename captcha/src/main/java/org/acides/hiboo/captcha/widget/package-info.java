/** What other sites' pages load: the widget, its library, and what it may choose from. */
@NullMarked
package org.acides.hiboo.captcha.widget;

import org.jspecify.annotations.NullMarked;
