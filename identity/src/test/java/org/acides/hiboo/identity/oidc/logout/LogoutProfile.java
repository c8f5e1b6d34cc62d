package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.oidc.authorization.Application;

/** What a relying party of the conformance suite does in its logout profiles: sign in, sign out, try in silence. */
abstract class LogoutProfile extends ToldLife {

    /** 128 characters, which must come back as they were. */
    static final String STATE = "s&=".repeat(42) + "!?";

    final HttpResponse<String> endSession(String... fields) {
        StringBuilder path = new StringBuilder("/connect/logout");
        for (int i = 0; i < fields.length; i += 2)
            path.append(i == 0 ? '?' : '&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return ada.get(path.toString());
    }

    final void signedOut(Application where) {
        assertThat(ada.follow(where.address("prompt", "none")).fields()).containsEntry("error", "login_required");
    }

    final void stillSignedIn(Application where) {
        assertThat(ada.follow(where.address("prompt", "none")).fields()).containsKey("code");
    }

    static String back(String state) {
        return Application.LEFT + "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }
}
