/** Whose a profile is. Nothing outside this package computes an owner tag or opens an owner. */
@NullMarked
package org.acides.hiboo.identity.ownerlink;

import org.jspecify.annotations.NullMarked;
