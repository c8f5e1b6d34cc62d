/** Identity's own copy of the catalogue's services, as far as profiles need it: never behind the catalogue. */
@NullMarked
package org.acides.hiboo.identity.service;

import org.jspecify.annotations.NullMarked;
