package org.acides.hiboo.captcha.text;

import java.util.List;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.site.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    TextKind imageKind(Sites sites) {
        return new TextKind("image", key -> accepted(sites, key));
    }

    @Bean
    TextKind audioKind(Sites sites) {
        return new TextKind("audio", key -> accepted(sites, key));
    }

    private static List<String> accepted(Sites sites, SiteKey key) {
        return sites.find(key).map(site -> site.settings().kinds()).orElse(List.of());
    }
}
