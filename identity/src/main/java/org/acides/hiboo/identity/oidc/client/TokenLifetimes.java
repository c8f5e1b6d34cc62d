package org.acides.hiboo.identity.oidc.client;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long what an application gets is good for.
 *
 * @param code from the redirect to its redemption
 * @param access of an access token and of an ID token: also how long a withdrawal may take to reach an application that
 *     reads tokens by itself
 * @param refresh of a refresh token that nobody uses; each use begins it anew
 * @param family from the sign-in on, however often it is refreshed
 */
@Component
public record TokenLifetimes(Duration code, Duration access, Duration refresh, Duration family) {

    @Autowired
    public TokenLifetimes(
            @Value("${hiboo.oidc.code-lifetime:60s}") Duration code,
            @Value("${hiboo.oidc.access-lifetime:5m}") Duration access,
            @Value("${hiboo.oidc.refresh-lifetime:30d}") Duration refresh,
            @Value("${hiboo.oidc.family-lifetime:180d}") Duration family) {
        this.code = within("code", code, Duration.ofMinutes(10));
        this.access = within("access", access, Duration.ofHours(1));
        this.refresh = within("refresh", refresh, Duration.ofDays(366));
        this.family = within("family", family, Duration.ofDays(3660));
    }

    private static Duration within(String name, Duration given, Duration most) {
        if (given.compareTo(Duration.ofSeconds(1)) < 0 || given.compareTo(most) > 0)
            throw new IllegalArgumentException("hiboo.oidc." + name + "-lifetime: one second to " + most);
        return given;
    }
}
