package org.acides.hiboo.identity.captcha;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom the forms ask: {@code hiboo.forms.captcha} is {@code off}, {@code own}, or the address of a siteverify. */
@Configuration(proxyBeanMethods = false)
class FormsCaptchaConfiguration {

    @Bean
    Captcha formsCaptcha(
            @Value("${hiboo.forms.captcha:off}") String forms,
            @Value("${hiboo.forms.site-key:}") String siteKey,
            @Value("${hiboo.forms.secret:}") String secret,
            @Value("${hiboo.forms.script:}") String script,
            @Value("${hiboo.forms.manual:}") String manual,
            @Value("${hiboo.forms.sources:}") String sources,
            ObjectProvider<FormsSite> own,
            KeptKeys kept) {
        return switch (forms.strip()) {
            case "off" -> new NoCaptcha();
            case "own" -> new AskedCaptcha(new OwnServer(own.getObject(), kept));
            default ->
                new AskedCaptcha(
                        OtherServer.of(forms, new SiteKeys(siteKey.strip(), secret.strip()), script, manual, sources));
        };
    }
}
