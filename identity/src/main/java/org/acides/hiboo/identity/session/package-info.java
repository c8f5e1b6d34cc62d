/** Signed-in browsers: kept in the database, known by a cookie, over when anybody says so. */
@NullMarked
package org.acides.hiboo.identity.session;

import org.jspecify.annotations.NullMarked;
