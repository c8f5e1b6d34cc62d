/** The catalogue of services, as an admin keeps it. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.catalog;
