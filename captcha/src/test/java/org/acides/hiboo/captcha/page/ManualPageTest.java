package org.acides.hiboo.captcha.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.junit.jupiter.api.Test;

/** The way without JavaScript, as a browser without it goes. */
class ManualPageTest extends RunningCaptcha {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern SHOWN = Pattern.compile("/captcha/(?:image|audio)\\?lang=en&amp;c=([^\"]+)\"");
    private static final Pattern PASS = Pattern.compile("<textarea[^>]*>([^<]+)</textarea>");

    @Test
    void oneAnswerAndAPassToCopy() throws Exception {
        Registered site = asking();
        HttpResponse<String> page = get(manual(site) + "&action=post&lang=fr", null);
        assertThat(page.body())
                .contains("lang=\"fr\"", "Quel oiseau ?", "Vérifier")
                .doesNotContain("<script");
        assertThat(page.body().length()).isLessThan(30_000);
        HttpResponse<String> answered = answer(page, "Hibou");
        Matcher pass = PASS.matcher(answered.body());
        assertThat(pass.find()).as(answered.body()).isTrue();
        assertThat(verify(site, pass.group(1)).path("action").stringValue()).isEqualTo("post");
        assertThat(answer(page, "hibou").body()).contains("déjà servi").doesNotContain("<textarea");
    }

    @Test
    void aWrongAnswerBringsAnotherTask() throws Exception {
        HttpResponse<String> page = get(manual(asking()) + "&lang=en", null);
        HttpResponse<String> answered = answer(page, "a cock");
        assertThat(answered.body()).contains("That was not it", "name=\"challenge\"");
        assertThat(fields(answered).get("challenge")).isNotEqualTo(fields(page).get("challenge"));
    }

    @Test
    void itOffersEachWayThatTheSiteAcceptsAndNoOther() throws Exception {
        String page =
                get(manual(site("pow", "image", "audio")) + "&lang=en", null).body();
        assertThat(page).contains("<img", "/captcha/image?").doesNotContain("kind=question");
        assertThat(get(manual(asking("audio", "question")) + "&kind=audio&lang=en", null)
                        .body())
                .contains("<audio", "aria-label=\"Letters and digits, spelt aloud\"", "as in Kilo", "kind=question")
                .doesNotContain("<img", "instead");
        assertThat(get(manual(site("question", "image")) + "&lang=en", null).body())
                .contains("<img")
                .doesNotContain("kind=question");
        assertThat(get(manual(site("pow")) + "&lang=en", null).body()).contains("accepts no task");
    }

    @Test
    void whereTheSiteAcceptsBothTheSameTextIsSeenOrHeard() throws Exception {
        Registered site = site("image", "audio");
        for (String kind : List.of("image", "audio")) {
            String page = get(manual(site) + "&lang=en&kind=" + kind, null).body();
            Matcher shown = SHOWN.matcher(page);
            Set<String> sealed = new HashSet<>();
            while (shown.find()) sealed.add(shown.group(1));
            assertThat(sealed).as(page).hasSize(1);
            assertThat(page)
                    .contains("<img", "<audio", "<details", ">Letters and digits</label>")
                    .contains(kind.equals("image") ? "Listen instead" : "See it instead")
                    .doesNotContain("Another way");
        }
    }

    @Test
    void whatThePageGaveIsTold() throws Exception {
        Registered site = asking();
        HttpResponse<String> page = get(manual(site) + "&action=post&cdata=order-7&lang=fr", null);
        assertThat(page.body()).contains("cdata=order-7");
        HttpResponse<String> wrong = answer(page, "coq");
        Matcher pass = PASS.matcher(answer(wrong, "hibou").body());
        assertThat(pass.find()).isTrue();
        assertThat(verify(site, pass.group(1)).path("cdata").stringValue()).isEqualTo("order-7");
    }

    @Test
    void aQuestionSaysWhatLanguageItIsIn() throws Exception {
        Registered site = asking();
        assertThat(get(manual(site) + "&lang=en", null).body())
                .contains("<label for=\"text\" lang=\"fr\">Quel oiseau ?");
        assertThat(get(manual(site) + "&lang=fr", null).body()).contains("<label for=\"text\">Quel oiseau ?");
    }

    @Test
    void whatNobodyPosedIsRefusedInWords() throws Exception {
        assertThat(get("/captcha/manual?sitekey=nonsense", null).statusCode()).isEqualTo(404);
        Registered site = asking();
        Map<String, String> fields = new HashMap<>(fields(get(manual(site), null)));
        fields.put("challenge", "bm9uc2Vuc2U=");
        fields.put("text", "hibou");
        HttpResponse<String> answered = form("/captcha/manual", fields, null);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).doesNotContain("<textarea");
        assertThat(get(manual(site) + "&action=%3Cb%3E", null).body()).doesNotContain("<b>");
    }

    @Test
    void theLanguageIsTheBrowsersUntilOneChooses() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(manual(asking()))).header("Accept-Language", "fr-CA,en;q=0.5");
        assertThat(send(request, null).body()).contains("Montrez que vous n’êtes pas un robot", "lang=en");
    }

    private Registered asking() {
        return asking("pow", "question");
    }

    private Registered asking(String... kinds) {
        Registered site = site(kinds);
        commands.send(
                new WriteQuestion(
                        QuestionId.random(), site.id(), new Question("fr", "Quel oiseau ?", List.of("hibou"))),
                ADMIN);
        return site;
    }

    private static String manual(Registered site) {
        return "/captcha/manual?sitekey=" + site.key();
    }

    private HttpResponse<String> answer(HttpResponse<String> page, String text) throws Exception {
        Map<String, String> fields = new HashMap<>(fields(page));
        fields.put("text", text);
        return form("/captcha/manual", fields, null);
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) fields.put(hidden.group(1), hidden.group(2));
        return fields;
    }
}
