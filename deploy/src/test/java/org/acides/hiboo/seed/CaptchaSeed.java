package org.acides.hiboo.seed;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers a site of the captcha for pages of {@code seed.captcha-domain}, with a question a language and keys of hCaptcha's,
 * and writes its key and secret to {@code clients.properties}.
 */
@Configuration(proxyBeanMethods = false)
public class CaptchaSeed {

    private static final List<String> KINDS = List.of("pow", "pow-argon2", "image", "audio", "question", "hcaptcha");

    private final Commands commands;

    CaptchaSeed(Commands commands) {
        this.commands = commands;
    }

    @Bean
    ApplicationRunner captchaSite(@Value("${seed.captcha-domain}") String domain) {
        return arguments -> seed(domain);
    }

    private void seed(String domain) throws IOException {
        SiteId site = SiteId.random();
        SiteSettings settings = new SiteSettings("Another site", List.of(domain), KINDS, 1, 8, 100_000);
        commands.send(new RegisterSite(site, null, settings), Seed.ACTOR);
        ask(site, new Question("fr", "Quel oiseau veille la nuit ?", List.of("la chouette", "le hibou", "hibou")));
        ask(site, new Question("en", "Which bird wakes at night?", List.of("the owl", "owl")));
        commands.send(new GiveVendorKeys(site, Vendor.HCAPTCHA, "a-public-key", "a-secret-of-the-vendor"), Seed.ACTOR);
        IssuedSiteSecret issued = commands.send(new IssueSiteSecret(site, Duration.ZERO), Seed.ACTOR);
        Properties properties = new Properties();
        properties.setProperty("captcha.key", issued.siteKey().value());
        properties.setProperty("captcha.secret", issued.secret());
        try (Writer writer = Files.newBufferedWriter(Path.of("clients.properties"))) {
            properties.store(writer, null);
        }
    }

    private void ask(SiteId site, Question question) {
        commands.send(new WriteQuestion(QuestionId.random(), site, question), Seed.ACTOR);
    }
}
