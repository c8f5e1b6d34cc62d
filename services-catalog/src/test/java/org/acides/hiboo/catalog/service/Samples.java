package org.acides.hiboo.catalog.service;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceDescription;

/** Well-formed values to write tests about. */
final class Samples {

    private Samples() {}

    static ServiceDescription named(String name) {
        return new ServiceDescription(name, "", URI.create("https://app.example/"), "", null, null);
    }

    static OidcClient client(String id, String... redirects) {
        return new OidcClient(
                id,
                List.of(redirects).stream().map(URI::create).toList(),
                List.of(),
                Set.of("client_secret_basic"),
                Set.of("authorization_code"),
                Set.of("openid"),
                "ES256",
                "",
                false);
    }

    static OidcClient client(String id) {
        return client(id, "https://app.example/callback");
    }
}
