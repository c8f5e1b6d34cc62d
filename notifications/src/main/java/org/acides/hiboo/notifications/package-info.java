/** Aliases and their relay, channels and deliveries will live here. The room is empty so far; the letters that identity needs leave through the outbox of infrastructure. */
package org.acides.hiboo.notifications;
