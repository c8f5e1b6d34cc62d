/** Pictures of services: stored once by content, served for ever. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.logo;
