/** Identity's published commands. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.identity.api.commands;
