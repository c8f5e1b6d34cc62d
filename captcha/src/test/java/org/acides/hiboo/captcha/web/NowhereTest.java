package org.acides.hiboo.captcha.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What is not of the captcha ends here, and does not reach whatever else the application shows. */
class NowhereTest extends RunningCaptcha {

    @Test
    void whatIsNotThereIsSaidNotToBe() throws Exception {
        for (String path : new String[] {"/captcha/demo", "/captcha/x/y", "/captcha/", "/captcha/other.png"}) {
            HttpResponse<String> answer = get(path, PAGE);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("\"code\":\"path\"");
            HttpRequest.Builder posted = HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString("x"));
            assertThat(send(posted, PAGE).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whatIsThereIsFoundAsBefore() throws Exception {
        Registered site = site("pow");
        challenge(site, "");
        assertThat(get("/captcha/widget.js", PAGE).statusCode()).isEqualTo(200);
        assertThat(get("/captcha/siteverify", PAGE).statusCode()).isIn(404, 405);
    }
}
