package org.acides.hiboo.catalog.api.queries;

import org.acides.hiboo.catalog.api.ServiceState;
import org.jspecify.annotations.Nullable;

/** Asks for a page of {@link ServiceRow}, by name. Text is matched against name, slug and category without case; empty for all. State null for any. Offset from 0, limit 1 to 200. */
public record FindServices(String text, @Nullable ServiceState state, int offset, int limit) {}
