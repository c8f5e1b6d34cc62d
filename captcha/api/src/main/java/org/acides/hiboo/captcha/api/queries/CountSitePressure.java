package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks how many sites {@link FindSitePressure} would list, as an {@code Integer}. */
public record CountSitePressure(String text, @Nullable String kind, Instant from, Instant to) {}
