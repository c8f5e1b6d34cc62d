package org.acides.hiboo.catalog.api.queries;

import org.acides.hiboo.catalog.api.ServiceState;
import org.jspecify.annotations.Nullable;

/** Asks how many services {@link FindServices} would list, as an {@code Integer}. */
public record CountServices(String text, @Nullable ServiceState state) {}
