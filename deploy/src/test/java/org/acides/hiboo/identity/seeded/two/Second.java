package org.acides.hiboo.identity.seeded.two;

import org.acides.hiboo.identity.seeded.one.First;
import org.jspecify.annotations.Nullable;

/** Wrong on purpose, with {@link First}: two packages that need each other. */
public record Second(@Nullable First first) {}
