package org.acides.hiboo.identity.saml.logout;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.PROTOCOL;
import static org.acides.hiboo.identity.saml.TestXml.first;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.SamlLife;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;

/** A member signed on to a service that speaks SAML, and the words of signing out. */
abstract class SamlLogoutLife extends SamlLife {

    static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    Subjects subjects;

    ProfileId profile;
    String cookies;

    @BeforeEach
    void adaIsSignedOn() {
        profile = enteringAs();
        posted(signOn(ada, request()));
        cookies = "hiboo=" + ada.session().cookie();
    }

    boolean signedIn() {
        return sessions.find(ada.session().cookie()).isPresent();
    }

    String index() {
        return subjects.session(ada.session().id(), profile);
    }

    String asks(String name, String index) {
        return asks("_" + System.nanoTime(), name, index, SLO, clock.instant());
    }

    String asks(String id, String name, String index, String destination, Instant at) {
        return "<samlp:LogoutRequest xmlns:samlp=\"" + PROTOCOL + "\" xmlns:saml=\"" + ASSERTION + "\" ID=\"" + id
                + "\" Version=\"2.0\" IssueInstant=\"" + at + "\" Destination=\"" + destination + "\"><saml:Issuer>"
                + wiki.entityId() + "</saml:Issuer><saml:NameID>" + name + "</saml:NameID>"
                + (index.isEmpty() ? "" : "<samlp:SessionIndex>" + index + "</samlp:SessionIndex>")
                + "</samlp:LogoutRequest>";
    }

    /** A browser that keeps the cookies it gets, and stops in front of every other site. */
    HttpResponse<String> go(String path) {
        HttpResponse<String> response = send(path);
        while (response.statusCode() == 303
                && response.headers().firstValue("Location").orElseThrow().startsWith("/saml/"))
            response = send(response.headers().firstValue("Location").orElseThrow());
        return response;
    }

    HttpResponse<String> send(String path) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(ISSUER.resolve(path))
                            .header("Cookie", cookies)
                            .header("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofString());
            keep(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void keep(HttpResponse<String> response) {
        for (String set : response.headers().allValues("Set-Cookie"))
            if (set.startsWith("hiboo-leaving=")) cookies = set.substring(0, set.indexOf(';'));
    }

    HttpResponse<String> ask(String query) {
        return go("/saml/slo?" + query);
    }

    static Document message(HttpResponse<String> redirect, String name) {
        Browser.Arrival there = Browser.arrival(redirect);
        byte[] deflated = Base64.getDecoder().decode(there.fields().get(name));
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            return TestXml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String status(Document answer) {
        return TestXml.text(first(answer.getDocumentElement(), PROTOCOL, "Status"));
    }
}
