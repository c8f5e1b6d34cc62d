package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret that holds, without the secret. @param endsAt null for the newest */
public record SiteSecretRow(
        UUID secretId, Instant issuedAt, @Nullable Instant endsAt) {}
