package org.acides.hiboo.identity.oidc.client;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes a client's name from its assertion where the request does not repeat it (RFC 7521 §4.2: {@code client_id} is
 * optional), which Spring Authorization Server refuses. Whether the assertion holds is decided as for any other.
 */
public final class NamelessAssertions implements AuthenticationConverter {

    private static final int LONGEST = 8192;

    private final AuthenticationConverter named = new JwtClientAssertionAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] assertions = request.getParameterValues("client_assertion");
        if (assertions == null || assertions.length != 1 || request.getParameter("client_id") != null) return null;
        return subject(assertions[0])
                .map(client -> named.convert(naming(client, request)))
                .orElse(null);
    }

    private static Optional<String> subject(String assertion) {
        if (assertion.length() > LONGEST) return Optional.empty();
        try {
            return Optional.ofNullable(JWTParser.parse(assertion).getJWTClaimsSet())
                    .flatMap(claims -> Optional.ofNullable(claims.getSubject()));
        } catch (ParseException noAssertion) {
            return Optional.empty();
        }
    }

    private static HttpServletRequest naming(String client, HttpServletRequest request) {
        Map<String, String[]> all = new HashMap<>(request.getParameterMap());
        all.put("client_id", new String[] {client});
        return new HttpServletRequestWrapper(request) {
            @Override
            public Map<String, String[]> getParameterMap() {
                return Map.copyOf(all);
            }

            @Override
            public String @Nullable [] getParameterValues(String name) {
                return all.get(name);
            }

            @Override
            public @Nullable String getParameter(String name) {
                String[] values = all.get(name);
                return values == null ? null : values[0];
            }
        };
    }
}
