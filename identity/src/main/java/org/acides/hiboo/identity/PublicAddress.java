package org.acides.hiboo.identity;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where browsers reach this instance: property {@code hiboo.address}, an origin without path, such as {@code https://id.example.org}. */
@Component
public record PublicAddress(URI origin) {

    @org.springframework.beans.factory.annotation.Autowired
    PublicAddress(@Value("${hiboo.address:http://localhost:8080}") String origin) {
        this(URI.create(origin.replaceFirst("/$", "")));
    }

    /** @throws IllegalArgumentException when it is no origin: Hiboo does not start */
    public PublicAddress {
        String path = origin.getRawPath();
        if (origin.getHost() == null
                || !("https".equals(origin.getScheme()) || "http".equals(origin.getScheme()))
                || (path != null && !path.isEmpty())
                || origin.getRawQuery() != null
                || origin.getRawFragment() != null
                || origin.getRawUserInfo() != null)
            throw new IllegalArgumentException("hiboo.address: an origin such as https://id.example.org");
    }

    /** @param path from the slash on, already encoded */
    public String link(String path) {
        return origin + path;
    }
}
