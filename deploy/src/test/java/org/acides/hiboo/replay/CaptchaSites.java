package org.acides.hiboo.replay;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.commands.SetDifficulty;
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
    }

    private SiteId registered() {
        SiteId site = SiteId.random();
        commands.send(new RegisterSite(site, null, settings(2, 8)), ACTOR);
        commands.send(new IssueSiteSecret(site, Duration.ZERO), ACTOR);
        return site;
    }

    private static SiteSettings settings(int least, int most) {
        return new SiteSettings("Pad", List.of("pad.example.org"), List.of("pow"), least, most, 30);
    }
}
