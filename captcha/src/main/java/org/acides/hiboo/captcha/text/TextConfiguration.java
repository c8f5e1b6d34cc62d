package org.acides.hiboo.captcha.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    TextKind imageKind() {
        return new TextKind("image");
    }

    @Bean
    TextKind audioKind() {
        return new TextKind("audio");
    }
}
