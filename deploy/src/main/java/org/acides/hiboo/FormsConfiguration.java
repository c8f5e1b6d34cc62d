package org.acides.hiboo;

import org.acides.hiboo.identity.captcha.Captcha;
import org.acides.hiboo.identity.captcha.FormsSite;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where Hiboo's forms and its captcha meet. */
@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FormsConfiguration.class);

    @Bean
    FormsSite hibooForms(Commands commands, QueryGateway queries, PublicAddress address, Environment environment) {
        return new HibooForms(commands, queries, address, environment);
    }

    /** So that the site is there at the first start, and not only once somebody came. */
    @Bean
    ApplicationRunner formsHaveTheirSite(Captcha captcha) {
        return start -> {
            try {
                captcha.shown("sign-up");
            } catch (Refused refused) {
                LOG.warn("Hiboo's own forms have no site at the captcha, and refuse: {}", refused.code());
            }
        };
    }
}
