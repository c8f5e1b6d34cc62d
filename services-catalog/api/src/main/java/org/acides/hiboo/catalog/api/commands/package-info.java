/** The service catalogue's published commands. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog.api.commands;
