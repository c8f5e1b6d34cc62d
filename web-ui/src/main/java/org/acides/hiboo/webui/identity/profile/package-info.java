/** A member's profiles, and the services to join. */
@NullMarked
package org.acides.hiboo.webui.identity.profile;

import org.jspecify.annotations.NullMarked;
