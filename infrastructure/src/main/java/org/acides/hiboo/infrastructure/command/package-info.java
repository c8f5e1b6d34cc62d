/** The way in: commands with their actor, in one transaction each. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.command;
