package org.acides.hiboo.identity.oidc.token;

import java.util.Map;

/** An application that proves that it holds a key (DPoP, RFC 9449). */
abstract class BoundLife extends OidcLife {

    final Holder holder = Holder.random();

    Application publicApplication() {
        Application app = application(client(name(), "ES256", "none"));
        return new Application(app.provider(), app.service(), app.clientId(), "");
    }

    static Application.Answer redeem(Application app, String code, String proof) {
        return app.post("/oauth2/token", Application.redemption(code), Map.of("DPoP", proof));
    }

    static Application.Answer refresh(Application app, String token, Map<String, String> headers) {
        return app.post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token), headers);
    }

    Application.Answer bound(Application app) {
        return redeem(app, code(app, enter(app)), holder.proof());
    }
}
