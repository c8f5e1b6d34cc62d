/** The words of the screens, in the language of whoever reads them. */
@NullMarked
package org.acides.hiboo.webui.i18n;

import org.jspecify.annotations.NullMarked;
