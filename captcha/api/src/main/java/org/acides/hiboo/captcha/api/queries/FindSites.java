package org.acides.hiboo.captcha.api.queries;

import java.util.Set;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/** Asks for {@link SiteRow}s, by name, living ones first, at most 500. @param services whose sites; null for every site */
public record FindSites(@Nullable Set<ServiceRef> services) {}
