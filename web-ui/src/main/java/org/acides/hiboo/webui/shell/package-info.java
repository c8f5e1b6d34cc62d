/** What stands around every screen: sections, language, light and dark, notices, errors. */
@NullMarked
package org.acides.hiboo.webui.shell;

import org.jspecify.annotations.NullMarked;
