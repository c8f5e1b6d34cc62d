package org.acides.hiboo.replay;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.commands.SetDifficulty;
import org.acides.hiboo.captcha.api.commands.TakeBackVendorKeys;
import org.acides.hiboo.captcha.api.commands.WithdrawQuestion;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;

/** Sites of the captcha, attacked and left alone again: where they end, nothing that runs by itself has anything to do. */
record CaptchaSites(Commands commands) {

    private static final Actor ACTOR = Actor.system("test");

    void live() {
        SiteId kept = registered();
        commands.send(new SetDifficulty(kept, 7, 1_000), ACTOR);
        commands.send(new SetDifficulty(kept, 4, 100), ACTOR);
        commands.send(new ConfigureSite(kept, settings(2, 3)), ACTOR);
        commands.send(new SetDifficulty(kept, 2, 0), ACTOR);
        commands.send(new RetireSite(registered()), ACTOR);
        asks(kept);
        commands.send(new WithdrawQuestion(asks(kept)), ACTOR);
        commands.send(new GiveVendorKeys(kept, Vendor.HCAPTCHA, "a-key", "a-secret"), ACTOR);
        commands.send(new GiveVendorKeys(kept, Vendor.TURNSTILE, "a-key", "a-secret"), ACTOR);
        commands.send(new TakeBackVendorKeys(kept, Vendor.TURNSTILE), ACTOR);
    }

    private SiteId registered() {
        SiteId site = SiteId.random();
        commands.send(new RegisterSite(site, null, settings(2, 8)), ACTOR);
        commands.send(new IssueSiteSecret(site, Duration.ZERO), ACTOR);
        return site;
    }

    private QuestionId asks(SiteId site) {
        QuestionId id = QuestionId.random();
        Question question = new Question("fr", "Quel oiseau veille la nuit ?", List.of("la chouette", "le hibou"));
        commands.send(new WriteQuestion(id, site, question), ACTOR);
        return id;
    }

    private static SiteSettings settings(int least, int most) {
        return new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), least, most, 30);
    }
}
