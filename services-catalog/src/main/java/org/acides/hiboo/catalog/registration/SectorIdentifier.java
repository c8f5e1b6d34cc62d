package org.acides.hiboo.catalog.registration;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever wants people sent back to several hosts shows that the hosts know of it: one of them lists the addresses (OpenID
 * Connect Dynamic Client Registration 1.0 §5). Subjects are a service's own here whatever its hosts; it is the proof that counts.
 */
@Component
class SectorIdentifier {

    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Fetching fetching;

    SectorIdentifier(Fetching fetching) {
        this.fetching = fetching;
    }

    /** @throws RegistrationError when it is missing, or does not list every redirect address */
    void check(Fields sent) {
        List<URI> redirects = sent.addresses("redirect_uris");
        Optional<URI> address = sent.address("sector_identifier_uri");
        if (address.isEmpty()) {
            Set<String> hosts = redirects.stream()
                    .map(URI::getHost)
                    .filter(Objects::nonNull)
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (hosts.size() > 1)
                throw RegistrationError.metadata("sector_identifier_uri: required for redirect_uris of several hosts");
            return;
        }
        if (!listed(address.get())
                .containsAll(redirects.stream().map(URI::toString).toList()))
            throw RegistrationError.metadata("sector_identifier_uri: does not list every one of redirect_uris");
    }

    private Set<String> listed(URI address) {
        try {
            JsonNode list = JSON.readTree(fetching.fetch(address, "application/json", LARGEST));
            Set<String> all = new HashSet<>();
            for (JsonNode one : list) if (one.isString()) all.add(one.stringValue());
            return all;
        } catch (IOException | JacksonException unreadable) {
            throw RegistrationError.metadata("sector_identifier_uri: no list could be fetched there");
        }
    }
}
