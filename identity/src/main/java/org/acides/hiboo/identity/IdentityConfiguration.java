package org.acides.hiboo.identity;

import java.util.Locale;
import org.acides.hiboo.infrastructure.database.SchemaMigrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The whole of identity; import it beside infrastructure's configuration. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class IdentityConfiguration {

    @Bean
    SchemaMigrations identityMigrations() {
        return new SchemaMigrations("identity", "classpath:db/identity");
    }

    /** English where a person reads neither French nor English. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/account",
                "messages/pages",
                "messages/captcha-forms",
                "messages/factor",
                "messages/passkey",
                "messages/certificate",
                "messages/profile",
                "messages/migration",
                "messages/moving",
                "messages/oidc",
                "messages/saml",
                "messages/device",
                "messages/upstream");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }
}
