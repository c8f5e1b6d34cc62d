package org.acides.hiboo.identity.oidc.authorization;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

/** The answer arrives in the redirect. */
@DisplayName("Basic OP (oidcc-basic-certification-test-plan)")
class BasicOpTest extends CodeFlowModules {

    @Override
    String[] always() {
        return new String[0];
    }

    @Override
    Map<String, String> answer(HttpResponse<String> response) {
        return Browser.arrival(response).fields();
    }
}
