/** The service catalogue's published language: identifiers and values. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.api;
