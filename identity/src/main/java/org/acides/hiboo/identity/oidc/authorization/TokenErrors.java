package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Errors for applications, as JSON (RFC 6749 §5.2): 401 and how to authenticate for a client that did not, else 400. */
final class TokenErrors implements AuthenticationFailureHandler {

    private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error(OAuth2ErrorCodes.SERVER_ERROR);
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        answer.getHeaders().setCacheControl("no-store");
        if (error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            answer.setStatusCode(HttpStatus.UNAUTHORIZED);
            answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Hiboo\", charset=\"UTF-8\"");
            error = new OAuth2Error(error.getErrorCode());
        } else {
            answer.setStatusCode(HttpStatus.BAD_REQUEST);
            // RFC 8693 §2.2.2 has one word for all that is wrong with the tokens of an exchange.
            if (error.getErrorCode().equals(OAuth2ErrorCodes.UNSUPPORTED_TOKEN_TYPE)
                    && request.getServletPath().equals("/oauth2/token"))
                error = new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, error.getDescription(), null);
        }
        json.write(new OAuth2Error(error.getErrorCode(), error.getDescription(), null), null, answer);
    }
}
