package org.acides.hiboo.identity.api.queries;

/** Asks, as an {@code Optional<String>}, for a fresh link that makes the first admin; empty once there is one. The link before it stops working. */
public record FindFirstAdminLink() {}
