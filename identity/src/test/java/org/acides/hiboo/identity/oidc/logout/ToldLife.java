package org.acides.hiboo.identity.oidc.logout;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications that want to be told, and what they know of whom they let in. */
abstract class ToldLife extends OpenIdConnectLife {

    @Autowired
    JdbcClient database;

    /** What an ID token said. */
    record Known(String subject, String session, String idToken) {}

    final Application told(@Nullable LogoutAddress back, @Nullable LogoutAddress front) {
        return application(true, "client_secret_basic", Set.of("openid", "offline_access"), back, front);
    }

    /** Ada enters with her usual profile, or with a first one. */
    final Known enter(Browser browser, Application where) {
        if (choices.remembered(account, where.service()).isEmpty()) usual(account, where);
        return redeem(browser, where);
    }

    final Known enterAs(Browser browser, Application where, ProfileId profile) {
        choices.remember(account, where.service(), profile);
        return redeem(browser, where);
    }

    private static Known redeem(Browser browser, Application where) {
        String code = browser.follow(where.address()).fields().get("code");
        String idToken = where.tokens(code).get("id_token").asString();
        try {
            JWTClaimsSet claims = SignedJWT.parse(idToken).getJWTClaimsSet();
            return new Known(claims.getSubject(), claims.getStringClaim("sid"), idToken);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> sessions(Listener listener) {
        return listener.heard().stream().map(each -> claim(each, "sid")).toList();
    }

    static String claim(SignedJWT token, String name) {
        try {
            return token.getJWTClaimsSet().getStringClaim(name);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    final long waiting(Application where) {
        return database.sql("SELECT count(*) FROM identity.oidc_logout_notice WHERE service_id = ?")
                .param(where.service().value())
                .query(Long.class)
                .single();
    }

    final void timePasses(Application where) {
        database.sql("UPDATE identity.oidc_logout_notice SET due_at = now() WHERE service_id = ?")
                .param(where.service().value())
                .update();
    }
}
