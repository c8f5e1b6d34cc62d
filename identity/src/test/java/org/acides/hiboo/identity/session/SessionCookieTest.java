package org.acides.hiboo.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {

    private static final String SECRET = "x".repeat(43);

    private static String writtenAt(String address) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("hiboo.address", address)));
            context.register(PublicAddress.class);
            context.refresh();
            SessionCookie cookie = new SessionCookie(
                    context.getBean(PublicAddress.class), new Lifetimes(Duration.ofDays(14), Duration.ofDays(90)));
            MockHttpServletResponse response = new MockHttpServletResponse();
            cookie.write(new MockHttpServletRequest(), response, new Sessions.Begun(SessionId.random(), SECRET));
            return String.valueOf(response.getHeader("Set-Cookie"));
        }
    }

    @Test
    void atAnHttpsAddressTheCookieIsBoundToThisHostEvenBehindAProxyThatSpeaksHttp() {
        assertThat(writtenAt("https://hiboo.example.org"))
                .startsWith("__Host-hiboo=" + SECRET)
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/;")
                .doesNotContain("Domain");
    }

    @Test
    void atAnHttpAddressItIsPlainForABrowserWouldDropTheOther() {
        assertThat(writtenAt("http://localhost:8080"))
                .startsWith("hiboo=" + SECRET)
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain");
    }
}
