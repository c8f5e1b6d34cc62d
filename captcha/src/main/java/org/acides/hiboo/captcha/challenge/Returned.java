package org.acides.hiboo.captcha.challenge;

import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.site.KnownSite;
import tools.jackson.databind.JsonNode;

/** A challenge of ours that came back as it was posed, in time, with something that may solve it. */
record Returned(KnownSite site, ChallengeKind kind, Posed posed, Proof proof, JsonNode solution) {}
