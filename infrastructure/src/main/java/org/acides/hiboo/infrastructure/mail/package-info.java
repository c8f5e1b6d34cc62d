/** Letters: an outbox, the way to the SMTP server, and a mailbox page for an instance without one. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.mail;
