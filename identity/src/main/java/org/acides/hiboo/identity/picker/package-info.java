/** The page between sign-in and consent: with which profile a member enters a service. */
@NullMarked
package org.acides.hiboo.identity.picker;

import org.jspecify.annotations.NullMarked;
