package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Sends applications their answers, each with the issuer's name (RFC 9207), and people where they go next. */
@Component
class Answers {

    private final PublicAddress issuer;

    Answers(PublicAddress issuer) {
        this.issuer = issuer;
    }

    Object code(Reply reply, String code, HttpServletResponse response) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code);
        return send(reply, fields, response);
    }

    Object refusal(Refusal refusal, HttpServletResponse response) {
        Reply reply = refusal.reply();
        if (reply == null) {
            ModelAndView page = new ModelAndView("identity/oidc-refused", HttpStatus.BAD_REQUEST);
            page.addObject("reason", "oidc.refused." + refusal.error());
            return page;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", refusal.error());
        fields.put("error_description", refusal.description());
        return send(reply, fields, response);
    }

    private Object send(Reply reply, Map<String, String> fields, HttpServletResponse response) {
        if (reply.state() != null) fields.put("state", reply.state());
        fields.put("iss", issuer.origin().toString());
        String to = reply.redirectUri();
        return switch (reply.mode()) {
            case QUERY -> go(to + (to.indexOf('?') < 0 ? "?" : "&") + query(fields));
            case FRAGMENT -> go(to + "#" + query(fields));
            case FORM_POST -> post(to, fields, response);
        };
    }

    private static Object post(String to, Map<String, String> fields, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        ModelAndView page = new ModelAndView("identity/form-post");
        page.addObject("address", to);
        page.addObject("fields", fields);
        return page;
    }

    /** Always with GET, whatever came before. */
    static ResponseEntity<Void> go(String to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static ResponseEntity<Void> signIn(String onward, @Nullable String hint, boolean again) {
        return go("/sign-in?continue=" + encode(onward)
                + (hint == null ? "" : "&hint=" + encode(hint))
                + (again ? "&again=true" : ""));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The origin of an address, for a content policy; the scheme alone where it has no host. */
    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
