package org.acides.hiboo.identity.oidc.logout;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings a logout token to an application (OpenID Connect Back-Channel Logout 1.0 §2.5). It reads nothing of the answer but
 * its status, and waits five seconds at most for it.
 */
@Component
class LogoutCall {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OutgoingHttp http;

    @Autowired
    LogoutCall(@Value("${hiboo.oidc.logout-to-private-networks:false}") boolean anywhere) {
        this(anywhere, PATIENCE);
    }

    LogoutCall(boolean anywhere, Duration patience) {
        http = new OutgoingHttp(anywhere, patience);
    }

    /** The application was told, cannot do it, or is to be asked again. */
    enum Outcome {
        TOLD,
        REFUSED,
        UNREACHABLE
    }

    /** @return never {@code TOLD} without the application's own word for it (§2.8) */
    Outcome bring(URI address, String logoutToken) {
        HttpRequest told = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "logout_token=" + URLEncoder.encode(logoutToken, StandardCharsets.US_ASCII)))
                .build();
        try {
            return outcome(http.send(told, BodyHandlers.discarding()).statusCode());
        } catch (OutgoingHttp.Unanswered no) {
            return Outcome.UNREACHABLE;
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) return Outcome.TOLD;
        return status == 400 || status == 501 ? Outcome.REFUSED : Outcome.UNREACHABLE;
    }
}
