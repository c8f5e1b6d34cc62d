/** The ways in which other applications hashed passwords, read and checked within limits; one file a family. */
@NullMarked
package org.acides.hiboo.identity.migration.password;

import org.jspecify.annotations.NullMarked;
