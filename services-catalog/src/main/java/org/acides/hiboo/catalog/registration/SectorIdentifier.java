package org.acides.hiboo.catalog.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.acides.hiboo.infrastructure.web.PublicHosts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever wants people sent back to several hosts shows that the hosts know of it: one of them lists the addresses (OpenID
 * Connect Dynamic Client Registration 1.0 §5). Subjects are a service's own here whatever its hosts; it is the proof that counts.
 *
 * <p>The list is fetched as keys are: no redirect, 64 KB, three seconds in all, no private network unless told so.
 */
@Component
class SectorIdentifier {

    private static final long LARGEST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final boolean anywhere;

    SectorIdentifier(@Value("${hiboo.oidc.keys-from-private-networks:false}") boolean anywhere) {
        this.anywhere = anywhere;
    }

    /** @throws RegistrationError when it is missing, or does not list every redirect address */
    void check(Fields sent) {
        List<URI> redirects = sent.addresses("redirect_uris");
        Optional<URI> address = sent.address("sector_identifier_uri");
        if (address.isEmpty()) {
            Set<String> hosts = redirects.stream()
                    .map(URI::getHost)
                    .filter(host -> host != null)
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (hosts.size() > 1)
                throw RegistrationError.metadata("sector_identifier_uri: required for redirect_uris of several hosts");
            return;
        }
        boolean web = "https".equals(address.get().getScheme()) && address.get().getHost() != null;
        if (!web && !anywhere) throw RegistrationError.metadata("sector_identifier_uri: an https address");
        if (!listed(address.get()).containsAll(redirects.stream().map(URI::toString).toList()))
            throw RegistrationError.metadata("sector_identifier_uri: does not list every one of redirect_uris");
    }

    private Set<String> listed(URI address) {
        try {
            if (!anywhere) PublicHosts.require(address.getHost());
            JsonNode list = JSON.readTree(fetch(address));
            Set<String> all = new HashSet<>();
            for (JsonNode one : list) if (one.isString()) all.add(one.stringValue());
            return all;
        } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
            throw RegistrationError.metadata("sector_identifier_uri: no list could be fetched there");
        }
    }

    private byte[] fetch(URI address) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> list = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (list.statusCode() != 200) throw new IOException("HTTP status " + list.statusCode());
            return list.body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
