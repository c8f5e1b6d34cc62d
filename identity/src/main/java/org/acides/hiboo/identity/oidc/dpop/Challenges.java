package org.acides.hiboo.identity.oidc.dpop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Says under which schemes an access token may be sent, and what was wrong with the one that was (RFC 9449 §7.1, RFC 6750 §3). */
public final class Challenges implements AuthenticationEntryPoint {

    private static final String SCHEME = "DPoP ";

    private final BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();

    /** Whether the request names a token under this scheme. */
    public static boolean isBound(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        Map<String, String> said = new LinkedHashMap<>();
        if (!isBound(request)) bearer.commence(request, response, failure);
        else if (failure instanceof OAuth2AuthenticationException known) {
            said.put("error", known.getError().getErrorCode());
            if (known.getError().getDescription() != null)
                said.put("error_description", known.getError().getDescription());
        }
        said.put("algs", String.join(" ", Proofs.algorithms()));
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                SCHEME
                        + said.entrySet().stream()
                                .map(one -> one.getKey() + "=\"" + one.getValue() + "\"")
                                .collect(Collectors.joining(", ")));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
