/** What happened to a member, in plain words. */
@NullMarked
package org.acides.hiboo.webui.identity.history;

import org.jspecify.annotations.NullMarked;
