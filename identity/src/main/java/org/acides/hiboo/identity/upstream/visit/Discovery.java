package org.acides.hiboo.identity.upstream.visit;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.acides.hiboo.identity.api.queries.ReadUpstream;
import org.acides.hiboo.identity.api.queries.UpstreamFound;
import org.acides.hiboo.identity.upstream.Issuers;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what providers say of themselves, and remembers it for ten minutes. */
@Component
class Discovery {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<URI, Known> known = new ConcurrentHashMap<>();
    private final Calls calls;
    private final PublicAddress address;
    private final Clock clock;

    Discovery(Calls calls, PublicAddress address, Clock clock) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
    }

    private record Known(Metadata metadata, Instant until) {}

    /** @throws Trouble UNREACHABLE; UNTRUE when what is there is not of that issuer, or lacks what is needed */
    Metadata of(Provider provider) {
        URI issuer = provider.issuer();
        Instant now = clock.instant();
        Known before = known.get(issuer);
        if (before != null && before.until().isAfter(now)) return before.metadata();
        Metadata read = read(issuer);
        known.put(issuer, new Known(read, now.plus(REMEMBERED)));
        return read;
    }

    @QueryHandler
    Optional<UpstreamFound> handle(ReadUpstream query) {
        URI issuer = Issuers.require(query.issuer());
        try {
            read(issuer);
        } catch (Trouble no) {
            throw new Refused(no.why() == Why.UNTRUE ? "upstream.issuer-other" : "upstream.unreachable");
        }
        return Optional.of(new UpstreamFound(issuer, URI.create(address.link(Issuers.callback(issuer)))));
    }

    private Metadata read(URI issuer) {
        String base = issuer.toString().replaceFirst("/$", "");
        try {
            JsonNode said = JSON.readTree(calls.get(URI.create(base + "/.well-known/openid-configuration")));
            if (!said.path("issuer").asString("").equals(issuer.toString()))
                throw new Trouble(Why.UNTRUE, "the discovery document is another issuer's");
            return new Metadata(
                    endpoint(said, "authorization_endpoint"),
                    endpoint(said, "token_endpoint"),
                    !basic(said.path("token_endpoint_auth_methods_supported")),
                    said.path("authorization_response_iss_parameter_supported").asBoolean(false),
                    keys(endpoint(said, "jwks_uri")));
        } catch (IOException | JacksonException e) {
            throw new Trouble(Why.UNREACHABLE, "discovery: " + e.getMessage());
        }
    }

    /** {@code client_secret_basic}, the default (§3), unless the other alone is spoken. */
    private static boolean basic(JsonNode methods) {
        for (JsonNode method : methods) if (method.asString("").equals("client_secret_basic")) return true;
        for (JsonNode method : methods) if (method.asString("").equals("client_secret_post")) return false;
        return true;
    }

    private static URI endpoint(JsonNode said, String name) {
        try {
            URI endpoint = URI.create(said.path(name).asString(""));
            if (Issuers.isSafe(endpoint)) return endpoint;
        } catch (IllegalArgumentException noAddress) {
            // Neither is what is no address.
        }
        throw new Trouble(Why.UNTRUE, "the discovery document has no safe " + name);
    }

    /** Kept for five minutes, and fetched at most twice in half a minute, however many unknown keys are named. */
    private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(
                        address.toURL(), url -> new Resource(calls.get(address), "application/json"))
                .refreshAheadCache(false)
                .build();
    }
}
