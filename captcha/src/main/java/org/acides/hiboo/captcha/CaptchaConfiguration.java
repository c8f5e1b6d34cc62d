package org.acides.hiboo.captcha;

import org.acides.hiboo.infrastructure.database.SchemaMigrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The whole of the captcha; import it beside infrastructure's configuration. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CaptchaConfiguration {

    @Bean
    SchemaMigrations captchaMigrations() {
        return new SchemaMigrations("captcha", "classpath:db/captcha");
    }
}
