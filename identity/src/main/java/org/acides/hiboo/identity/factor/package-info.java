/** What proves who somebody is besides their password: what is kept of each kind, and how it is checked. */
@NullMarked
package org.acides.hiboo.identity.factor;

import org.jspecify.annotations.NullMarked;
