/** Client certificates: keys that members' browsers hold, and that the proxy in front of us saw them hold. */
@NullMarked
package org.acides.hiboo.identity.certificate;

import org.jspecify.annotations.NullMarked;
