package org.acides.hiboo.captcha.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.OutgoingHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a vendor whether a token is good, by the protocol that they have in common (reCAPTCHA's {@code siteverify}). It says
 * nothing about the visitor: no {@code remoteip}. It waits five seconds, and reads 16 KiB.
 */
@Component
class VendorCall {

    private static final int LONGEST = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;

    @Autowired
    VendorCall() {
        this(Duration.ofSeconds(5));
    }

    VendorCall(Duration patience) {
        http = new OutgoingHttp(true, patience);
    }

    /**
     * The vendor's answer, whatever it says.
     *
     * @throws Refused {@code busy} when the vendor does not answer in time, or nothing that can be read
     */
    JsonNode verify(URI address, String secret, String token) {
        try {
            String form = "secret=" + URLEncoder.encode(secret, UTF_8) + "&response=" + URLEncoder.encode(token, UTF_8);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            HttpResponse<byte[]> response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
            JsonNode json = JSON.readTree(response.body());
            if (response.statusCode() >= 500 || !json.path("success").isBoolean()) throw new Refused("busy");
            return json;
        } catch (OutgoingHttp.Unanswered | JacksonException e) {
            throw new Refused("busy");
        }
    }
}
