package org.acides.hiboo.identity.seeded.one;

import org.acides.hiboo.identity.seeded.two.Second;

/** Wrong on purpose, with {@link Second}: two packages that need each other. */
public record First(Second second) {}
