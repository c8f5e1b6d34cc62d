package org.acides.hiboo.identity.forwardauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Where this door's pages lie: the same paths at Hiboo's host and, passed on by its proxy, at an application's. */
final class Paths {

    static final String ALL = "/forward-auth/{slug}";

    private Paths() {}

    static String of(String slug, String page, String... fields) {
        StringBuilder path = new StringBuilder("/forward-auth/")
                .append(encode(slug))
                .append('/')
                .append(page);
        for (int i = 0; i < fields.length; i += 2)
            path.append(i == 0 ? '?' : '&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        return path.toString();
    }

    static ResponseEntity<Void> go(String to, String... cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .header(HttpHeaders.SET_COOKIE, cookies)
                .build();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
