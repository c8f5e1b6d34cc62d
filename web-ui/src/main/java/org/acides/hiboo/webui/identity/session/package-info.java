/** A member's signed-in browsers and password. */
@NullMarked
package org.acides.hiboo.webui.identity.session;

import org.jspecify.annotations.NullMarked;
