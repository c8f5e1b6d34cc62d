package org.acides.hiboo.identity.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.SamlServiceProviderConfigured;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.junit.jupiter.api.BeforeEach;
import org.w3c.dom.Document;

/** Members and a service provider, on a real server with a real database. */
public abstract class SamlLife extends OpenIdConnectLife {

    protected static final String SSO = ISSUER + "/saml/sso";
    protected static final String SLO = ISSUER + "/saml/slo";
    private static final Pattern FIELD = Pattern.compile("name=\"([A-Za-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    protected TestProvider wiki;
    protected ServiceRef service;

    @BeforeEach
    void aWiki() {
        service = service(ProfilePolicy.OPEN, 5);
        wiki = TestProvider.named("https://wiki.example/" + service);
        configure(wiki.definition(false, false, Binding.REDIRECT));
    }

    protected final void configure(SamlServiceProvider definition) {
        catalogue.publish(
                new SamlServiceProviderConfigured(new ServiceId(service.value()), definition, clock.instant()));
    }

    protected final AuthnRequest request() {
        return new AuthnRequest(wiki.entityId(), SSO, clock.instant());
    }

    protected final ProfileId enteringAs() {
        ProfileId profile = create(account, service, name());
        choices.remember(account, service, profile);
        return profile;
    }

    protected final HttpResponse<String> byQuery(Browser browser, String query) {
        return browser.get("/saml/sso?" + query);
    }

    /** Signs on by an unsigned query, as far as a remembered profile leads without a question. */
    protected final HttpResponse<String> signOn(Browser browser, AuthnRequest request) {
        return through(browser, byQuery(browser, wiki.query("SAMLRequest", request.xml(), "there", false)));
    }

    /** Follows the door's own redirects. */
    protected final HttpResponse<String> through(Browser browser, HttpResponse<String> first) {
        HttpResponse<String> response = first;
        while (response.statusCode() == 303
                && response.headers().firstValue("Location").orElseThrow().startsWith("/saml/"))
            response = browser.get(response.headers().firstValue("Location").orElseThrow());
        return response;
    }

    protected static Map<String, String> posted(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Map<String, String> fields = new java.util.HashMap<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) fields.put(field.group(1), unescaped(field.group(2)));
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) throw new AssertionError(page.body());
        fields.put("to", unescaped(action.group(1)));
        return fields;
    }

    private static String unescaped(String text) {
        return text.replace("&#43;", "+").replace("&#61;", "=").replace("&amp;", "&");
    }

    protected static Document response(HttpResponse<String> page) {
        String xml = new String(Base64.getDecoder().decode(posted(page).get("SAMLResponse")), StandardCharsets.UTF_8);
        return TestXml.parse(xml);
    }

    protected final PublicKey ours() {
        Document metadata = TestXml.parse(stranger().get("/saml/metadata").body());
        String text = TestXml.first(metadata.getDocumentElement(), TestXml.DSIG, "X509Certificate")
                .getTextContent();
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(text)))
                    .getPublicKey();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    protected static void refused(HttpResponse<String> response, Why why) {
        String words = ResourceBundle.getBundle("messages/saml", Locale.ROOT).getString(new Refusal(why).key());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(words);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    protected static void declined(HttpResponse<String> response, String status) {
        Document document = response(response);
        assertThat(TestXml.text(document)).contains("urn:oasis:names:tc:SAML:2.0:status:" + status);
        assertThat(TestXml.has(document.getDocumentElement(), TestXml.ASSERTION, "Assertion"))
                .isFalse();
    }
}
