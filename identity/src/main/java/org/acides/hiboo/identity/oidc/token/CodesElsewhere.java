package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.oidc.client.TokenLifetimes;
import org.springframework.stereotype.Component;

/**
 * Makes good what an application holds already: a code that a person confirmed elsewhere than on the way back to a redirect
 * address. What it gives, and how it ends, is as with any other code.
 */
@Component
public class CodesElsewhere {

    /**
     * Stands for a redirect address in the grants of devices: none that a client can register, so that neither kind of code
     * is redeemed as the other, past the other's conditions.
     */
    public static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    private final Grants grants;
    private final Tags tags;
    private final TokenLifetimes lifetimes;
    private final Seen seen;
    private final Clock clock;

    CodesElsewhere(Grants grants, Tags tags, TokenLifetimes lifetimes, Seen seen, Clock clock) {
        this.grants = grants;
        this.tags = tags;
        this.lifetimes = lifetimes;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * @param hash SHA-256 of the code
     * @param kind in place of a redirect address
     */
    public record Code(byte[] hash, String kind, Instant endsAt) {}

    public void issue(Code code, Set<String> scopes, EnteredAs who) {
        grants.issue(
                new Grant(
                        UUID.randomUUID(),
                        who.service(),
                        "",
                        new Grantee(
                                who.profile(),
                                tags.tag(who.session(), who.profile()),
                                who.authenticatedAt(),
                                who.methods()),
                        scopes,
                        null,
                        new Grant.Code(code.kind(), null, code.endsAt()),
                        null,
                        Set.of(),
                        Set.of(),
                        "",
                        clock.instant().plus(lifetimes.family()),
                        null,
                        "",
                        ""),
                code.hash(),
                seen.today(who.profile()));
    }
}
