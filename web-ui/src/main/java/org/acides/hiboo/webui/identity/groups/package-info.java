/** Groups of accounts, as whoever keeps them sees them: never the profiles behind. */
@NullMarked
package org.acides.hiboo.webui.identity.groups;

import org.jspecify.annotations.NullMarked;
