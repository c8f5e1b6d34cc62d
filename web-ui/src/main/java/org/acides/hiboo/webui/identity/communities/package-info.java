/** The other communities that accounts are exchanged with. */
@NullMarked
package org.acides.hiboo.webui.identity.communities;

import org.jspecify.annotations.NullMarked;
