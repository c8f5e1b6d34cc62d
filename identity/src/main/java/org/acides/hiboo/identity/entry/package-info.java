/** The dialogue that every door has with a person before it lets them in: who are you, and as which profile. */
@NullMarked
package org.acides.hiboo.identity.entry;

import org.jspecify.annotations.NullMarked;
