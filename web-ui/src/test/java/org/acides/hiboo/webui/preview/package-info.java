/** The screens beside a real catalogue and stand-ins for identity, to look at. */
@NullMarked
package org.acides.hiboo.webui.preview;

import org.jspecify.annotations.NullMarked;
