/** How screens ask the contexts for what they show. */
@NullMarked
package org.acides.hiboo.webui.asking;

import org.jspecify.annotations.NullMarked;
