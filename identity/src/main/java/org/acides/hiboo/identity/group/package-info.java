/** Groups of accounts, which services may require of whoever enters. */
@NullMarked
package org.acides.hiboo.identity.group;

import org.jspecify.annotations.NullMarked;
