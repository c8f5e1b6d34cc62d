package org.acides.hiboo.infrastructure.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/**
 * A key pair of the instance.
 *
 * @param number counts an algorithm's keys from 1
 * @param signsFrom until its successor does
 */
record StoredKey(JWSAlgorithm algorithm, int number, Instant signsFrom, JWK pair) {}
