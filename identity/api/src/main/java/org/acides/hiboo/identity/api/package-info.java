/** Identity's published language: identifiers, roles, and who is signed in. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.identity.api;
