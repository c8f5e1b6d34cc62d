package org.acides.hiboo.captcha.challenge;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteKey;

/**
 * What a pass, or a challenge of ours, says when it comes back, its signature checked.
 *
 * @param cdata empty when the site gave none
 * @param nonce 16 bytes, by which it is used once
 * @param issued to the millisecond for a pass, to the second for a challenge
 */
public record Proof(
        SiteKey site,
        String kind,
        String action,
        String cdata,
        String host,
        byte[] nonce,
        Instant issued,
        Instant expiresAt) {}
