package org.acides.hiboo.demo;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;

/** The site of {@code /captcha/demo}, with questions of the community; asked again, it changes nothing. */
record DemoCaptcha(Commands commands) {

    private static final Actor ACTOR = Actor.system("demo");
    private static final SiteId SITE = SiteId.of("6d1c8a0e-5b7e-4f86-9a55-1f2f3a4b5c6d");
    private static final List<String> KINDS = List.of("pow", "pow-argon2", "image", "audio", "question");

    void register(URI address) {
        List<String> domains = List.of(address.getHost(), "localhost", "127.0.0.1");
        commands.send(new RegisterSite(SITE, null, new SiteSettings("Demo", domains, KINDS, 2, 10, 60)), ACTOR);
        ask(
                1,
                new Question(
                        "fr", "Quel oiseau veille la nuit ?", List.of("la chouette", "chouette", "le hibou", "hibou")));
        ask(2, new Question("fr", "Combien de pattes a une chouette ?", List.of("deux", "2")));
        ask(3, new Question("en", "Which bird wakes at night?", List.of("the owl", "an owl", "owl")));
        ask(4, new Question("en", "How many legs has an owl?", List.of("two", "2")));
    }

    private void ask(int number, Question question) {
        QuestionId id = new QuestionId(new UUID(SITE.value().getMostSignificantBits(), number));
        commands.send(new WriteQuestion(id, SITE, question), ACTOR);
    }
}
