package org.acides.hiboo.identity.saml;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** The ways the door answers a browser. */
public final class Posting {

    private Posting() {}

    /** A page whose form posts itself, or is posted by hand where there is no script. */
    public static ModelAndView form(URI address, Map<String, String> fields, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        return new ModelAndView("identity/form-post")
                .addObject("address", address.toString())
                .addObject("fields", fields);
    }

    /** Always with GET, whatever came before. */
    public static ResponseEntity<Void> go(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    public static ModelAndView refused(Refusal refusal) {
        return new ModelAndView("identity/oidc-refused", HttpStatus.BAD_REQUEST).addObject("reason", refusal.key());
    }
}
