package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.captcha.pow.Solver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever visits leaves nothing behind: no address, no browser, no cookie, in no table of the captcha and in no log. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest extends RunningCaptcha {

    private static final String ADDRESS = "203.0.113.77";
    private static final String BROWSER = "Peculiar-Owl-Browser/7.31";
    private static final String LANGUAGE = "fr-CH-x-peculiar";
    private static final String COOKIE = "peculiar-cookie";

    private HttpResponse<String> visit(String method, String path, String body, @Nullable String origin)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("User-Agent", BROWSER)
                .header("X-Forwarded-For", ADDRESS)
                .header("Forwarded", "for=" + ADDRESS)
                .header("Accept-Language", LANGUAGE)
                .header("Cookie", "seen=" + COOKIE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> answer = send(request, origin);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        return answer;
    }

    @Test
    void nothingOfTheVisitorIsKeptNorLogged(CapturedOutput output) throws Exception {
        Registered site = site("pow", "pow-argon2");
        String asked = "/captcha/challenge?sitekey=" + site.key();
        String solved = Solver.solve(JSON.readTree(visit("GET", asked, "", PAGE).body()));
        String form = "payload=" + java.net.URLEncoder.encode(solved, java.nio.charset.StandardCharsets.UTF_8);
        String pass = JSON.readTree(visit("POST", "/captcha/solve", form, PAGE).body())
                .path("pass")
                .stringValue();
        visit("POST", "/captcha/solve", form, PAGE);
        visit("POST", "/captcha/solve", "payload=" + BROWSER, PAGE);
        visit("POST", "/captcha/solve", "payload=x", "https://" + ADDRESS);
        visit("GET", asked + "&kind=" + BROWSER + "&lang=" + LANGUAGE, "", PAGE);
        visit("GET", "/captcha/" + BROWSER, "", PAGE);
        visit("PUT", "/captcha/solve", BROWSER, PAGE);
        visit(
                "POST",
                "/captcha/siteverify",
                "secret=" + site.secret() + "&response=" + pass + "&remoteip=" + ADDRESS,
                null);
        awaitCounted(site);

        List<String> kept = new ArrayList<>(tables("captcha"));
        kept.addAll(tables("infrastructure"));
        assertThat(kept).isNotEmpty();
        kept.add(output.getAll());
        for (String peculiar : List.of(ADDRESS, "Peculiar-Owl", "x-peculiar", COOKIE, site.secret(), pass))
            assertThat(kept).noneMatch(text -> text.contains(peculiar));
    }

    private void awaitCounted(Registered site) {
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("SELECT count(*) FROM captcha.pressure WHERE site_id = ? AND passes > 0")
                                .param(site.id().value())
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private List<String> tables(String schema) {
        List<String> rows = new ArrayList<>();
        for (String table : jdbc.sql(
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = ?")
                .param(schema)
                .query(String.class)
                .list())
            rows.addAll(jdbc.sql("SELECT row_to_json(t)::text FROM " + table + " AS t")
                    .query(String.class)
                    .list());
        return rows;
    }
}
