package org.acides.hiboo.identity.oidc.authorization;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Stands behind the endpoints that take POST and nothing else, which are answered before they come here: whatever else
 * comes is answered 405, with what is allowed.
 */
@Controller
class OtherMethods {

    @PostMapping({"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par", "/oauth2/device_authorization"
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void answeredBefore() {}
}
