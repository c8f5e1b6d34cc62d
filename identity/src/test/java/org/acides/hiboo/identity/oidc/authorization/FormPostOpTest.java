package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.springframework.web.util.HtmlUtils;

/** The answer arrives in a form, errors too, and nothing of it stands in an address (Form Post Response Mode 1.0 §2). */
@DisplayName("Form Post OP (oidcc-formpost-basic-certification-test-plan)")
class FormPostOpTest extends CodeFlowModules {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    @Override
    String[] always() {
        return new String[] {"response_mode", "form_post"};
    }

    @Override
    Map<String, String> answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<form method=\"post\"", "action=\"" + Application.REDIRECT + "\"");
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(response.body())
                .results()
                .forEach(found -> fields.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2))));
        return fields;
    }
}
