/** Providers elsewhere by which members may sign in, for admins. */
@NullMarked
package org.acides.hiboo.webui.identity.upstream;

import org.jspecify.annotations.NullMarked;
