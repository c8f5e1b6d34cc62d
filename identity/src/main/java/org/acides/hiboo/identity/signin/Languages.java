package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** French or English: what the person chose with {@code ?lang=}, else what their browser asks for, else English. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    private static final String COOKIE = "hiboo-lang";
    private static final String ASKED = Languages.class.getName();
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor();
        choice.setParamName("lang");
        choice.setHttpMethods("GET");
        choice.setIgnoreInvalidLocale(true);
        // Who asks the captcha from another site gets no cookie, and what they send is not taken apart before it is
        // measured.
        registry.addInterceptor(choice).excludePathPatterns("/captcha/**");
    }

    @Bean
    LocaleResolver localeResolver(PublicAddress address) {
        return new Chosen(address);
    }

    private static final class Chosen implements LocaleResolver {

        private final PublicAddress address;
        private final AcceptHeaderLocaleResolver header = new AcceptHeaderLocaleResolver();

        Chosen(PublicAddress address) {
            this.address = address;
            header.setSupportedLocales(SPOKEN);
            header.setDefaultLocale(Locale.ENGLISH);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            if (request.getAttribute(ASKED) instanceof Locale asked) return asked;
            Cookie[] cookies = request.getCookies();
            if (cookies != null)
                for (Cookie cookie : cookies)
                    if (cookie.getName().equals(COOKIE))
                        for (Locale spoken : SPOKEN) if (spoken.getLanguage().equals(cookie.getValue())) return spoken;
            return header.resolveLocale(request);
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            if (response == null || locale == null || !SPOKEN.contains(locale)) return;
            request.setAttribute(ASKED, locale);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, locale.getLanguage())
                            .httpOnly(true)
                            .secure(address.isSecure(request))
                            .sameSite("Lax")
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
    }
}
