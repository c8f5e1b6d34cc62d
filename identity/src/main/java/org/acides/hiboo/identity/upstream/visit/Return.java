package org.acides.hiboo.identity.upstream.visit;

import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.springframework.stereotype.Component;

/** Reads what a browser brings back from a provider. */
@Component
class Return {

    private final Discovery discovery;
    private final Exchange exchange;
    private final IdTokens tokens;

    Return(Discovery discovery, Exchange exchange, IdTokens tokens) {
        this.discovery = discovery;
        this.exchange = exchange;
        this.tokens = tokens;
    }

    /**
     * As it is in the address; each empty where it is missing.
     *
     * @param path where the browser came back to
     * @param issuer whose answer it says it is ({@code iss}, RFC 9207)
     */
    record Answer(String path, String state, String code, String error, String issuer) {}

    /** @throws Trouble why it is not believed */
    Vouched read(Answer answer, Provider provider, Visit visit, BrowserKey key) {
        Metadata metadata = discovery.of(provider);
        if (!answer.path().equals(provider.callback()) || !isBy(provider, metadata, answer.issuer()))
            throw new Trouble(Why.UNTRUE, "an answer of another provider");
        if (answer.error().equals("access_denied")) throw new Trouble(Why.DECLINED, "access_denied");
        if (!answer.error().isEmpty()) throw new Trouble(Why.REFUSED, Exchange.word(answer.error()));
        if (answer.code().isEmpty()) throw new Trouble(Why.REFUSED, "neither a code nor an error");
        String token = exchange.idToken(provider, metadata, answer.code(), key);
        return tokens.read(token, provider, metadata, visit, key.nonce());
    }

    /** RFC 9207 §2.4: whoever says that they name themselves does; whoever does not say so may. */
    private static boolean isBy(Provider provider, Metadata metadata, String issuer) {
        if (issuer.isEmpty()) return !metadata.namesItself();
        return issuer.equals(provider.issuer().toString());
    }
}
