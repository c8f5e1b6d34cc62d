/** Everything that happened, for people who may look. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.history;
