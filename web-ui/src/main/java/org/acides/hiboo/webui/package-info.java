/** What people see. */
@NullMarked
package org.acides.hiboo.webui;

import org.jspecify.annotations.NullMarked;
