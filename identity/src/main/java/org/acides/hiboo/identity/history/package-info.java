/** What a member reads of what happened to their account and to their profiles. */
@NullMarked
package org.acides.hiboo.identity.history;

import org.jspecify.annotations.NullMarked;
