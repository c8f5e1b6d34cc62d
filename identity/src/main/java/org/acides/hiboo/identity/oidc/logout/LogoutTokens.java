package org.acides.hiboo.identity.oidc.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.oidc.Signer;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.logout.LogoutNotices.Notice;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.4): whose session is over, in the application's own words. One
 * that is sent again has the same {@code jti}.
 */
@Component
class LogoutTokens {

    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final Signer signer;
    private final Subjects subjects;
    private final PublicAddress issuer;
    private final Clock clock;

    LogoutTokens(Signer signer, Subjects subjects, PublicAddress issuer, Clock clock) {
        this.signer = signer;
        this.subjects = subjects;
        this.issuer = issuer;
        this.clock = clock;
    }

    String of(Notice notice, RegisteredClient client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.origin().toString());
        claims.put("sub", subjects.of(notice.service(), notice.profile()));
        claims.put("aud", List.of(client.getClientId()));
        claims.put("iat", now);
        claims.put("exp", now.plus(GOOD_FOR));
        claims.put("jti", notice.id().toString());
        claims.put("sid", notice.sid());
        claims.put("events", Map.of(EVENT, Map.of()));
        return signer.write(ClientOf.algorithm(client), TYPE, claims);
    }
}
