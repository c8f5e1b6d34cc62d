/** What is handed out once and recognised ever after. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.secret;
