/** A service's old accounts: the lists they come in, and what became of them. */
@NullMarked
package org.acides.hiboo.webui.identity.migration;

import org.jspecify.annotations.NullMarked;
