package org.acides.hiboo.identity.saml.signon;

import static org.acides.hiboo.identity.saml.TestXml.ASSERTION;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.saml.SamlLife;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** A member on their way into a service that speaks SAML. */
abstract class SignOnLife extends SamlLife {

    @Autowired
    Subjects subjects;

    Element assertion(HttpResponse<String> page) {
        return first(response(page).getDocumentElement(), ASSERTION, "Assertion");
    }

    String nameId(HttpResponse<String> page) {
        return first(assertion(page), ASSERTION, "NameID").getTextContent();
    }

    HttpResponse<String> picked(HttpResponse<String> atPicker, ProfileId profile) {
        Browser.Arrival picker = Browser.arrival(atPicker);
        assertThat(picker.address()).startsWith("/picker?service=" + service);
        HttpResponse<String> back = ada.submit(
                "/picker",
                Map.of(
                        "service", service.toString(),
                        "continue", picker.fields().get("continue"),
                        "profile", profile.toString()));
        return ada.get(Browser.arrival(back).address());
    }
}
