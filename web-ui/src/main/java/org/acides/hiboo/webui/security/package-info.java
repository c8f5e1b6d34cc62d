/** Who may see which screen, and for how long. */
@NullMarked
package org.acides.hiboo.webui.security;

import org.jspecify.annotations.NullMarked;
