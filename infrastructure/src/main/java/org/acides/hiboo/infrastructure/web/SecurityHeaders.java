package org.acides.hiboo.infrastructure.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer. {@code Referrer-Policy} is {@code same-origin} and not stricter, for under
 * {@code no-referrer} browsers send {@code Origin: null} with our own forms. Spring Security's defaults stay beside
 * these: {@code nosniff}, and no storing by caches.
 */
@Component
public class SecurityHeaders {

    /** For pages of plain HTML: no script, no style but a file of ours, nothing of anybody else's, no frame around. */
    private static final String PLAIN =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The same, and the captcha's work, whose harder kind is computed in WebAssembly. */
    private static final String OPEN =
            "default-src 'none'; style-src {sources}; img-src {sources}; media-src {sources};"
                    + " script-src {sources} 'wasm-unsafe-eval'; connect-src {sources}; frame-src {sources}; worker-src {sources} blob:;"
                    + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final PublicAddress address;

    SecurityHeaders(PublicAddress address) {
        this.address = address;
    }

    /** What every chain sends, whatever it shows; a chain with a content policy of its own adds it. */
    public void everywhere(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .httpStrictTransportSecurity(transport -> transport
                        .requestMatcher((RequestMatcher) address::isSecure)
                        .includeSubDomains(false)
                        .maxAgeInSeconds(31_536_000));
    }

    /**
     * The same, with the content policy of plain pages.
     *
     * @param leadAway pages whose forms lead, over redirects, to an application: Chromium holds {@code form-action}
     *     against each redirect that follows a form, so that there it cannot be given
     * @param scripted those of them with a script, a file of ours, that asks us
     */
    public void plain(HeadersConfigurer<HttpSecurity> headers, RequestMatcher leadAway, RequestMatcher scripted) {
        plain(headers, leadAway, scripted, request -> false, "'self'");
    }

    /**
     * The same, with pages whose script works with files, frames and answers of others too.
     *
     * @param open those pages; their forms stay with us
     * @param sources of Content Security Policy: {@code 'self'}, or origins too
     */
    public void plain(
            HeadersConfigurer<HttpSecurity> headers,
            RequestMatcher leadAway,
            RequestMatcher scripted,
            RequestMatcher open,
            String sources) {
        everywhere(headers);
        RequestMatcher still = new NegatedRequestMatcher(new OrRequestMatcher(scripted, open));
        headers.addHeaderWriter(policy(open, OPEN.replace("{sources}", sources)));
        headers.addHeaderWriter(policy(scripted, PLAIN + "; script-src 'self'; connect-src 'self'"));
        headers.addHeaderWriter(policy(new AndRequestMatcher(leadAway, still), PLAIN));
        headers.addHeaderWriter(policy(
                new AndRequestMatcher(new NegatedRequestMatcher(leadAway), still), PLAIN + "; form-action 'self'"));
    }

    /** The same, of pages that all do without a script. */
    public void plain(HeadersConfigurer<HttpSecurity> headers, RequestMatcher leadAway) {
        plain(headers, leadAway, request -> false);
    }

    private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(
                where, new StaticHeadersWriter("Content-Security-Policy", policy));
    }
}
