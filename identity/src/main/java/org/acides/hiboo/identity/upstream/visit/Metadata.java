package org.acides.hiboo.identity.upstream.visit;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;

/**
 * What a provider says of itself, as far as Hiboo needs it (OpenID Connect Discovery 1.0 §3).
 *
 * @param authorization where browsers go
 * @param token where codes are redeemed
 * @param byPost whether the client's secret goes into the form ({@code client_secret_post}), not into a header
 * @param namesItself whether each of its answers says whose it is (RFC 9207 §3)
 * @param keys that it signs with, fetched when needed
 */
record Metadata(URI authorization, URI token, boolean byPost, boolean namesItself, JWKSource<SecurityContext> keys) {}
