package org.acides.hiboo.captcha.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.junit.jupiter.api.Test;

/** What pages of other sites load. */
class WidgetFilesTest extends RunningCaptcha {

    @Test
    void theWidgetIsSmallAndNamesNobodyElse() throws Exception {
        HttpResponse<String> widget = get("/captcha/widget.js?render=explicit", PAGE);
        assertThat(widget.statusCode()).isEqualTo(200);
        assertThat(widget.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(25_000);
        assertThat(zipped(widget.body())).isLessThan(10_000);
        assertThat(widget.body())
                .doesNotContain("http://", "https://", "iframe", "eval(", "document.cookie", "localStorage");
        assertThat(widget.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(widget.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** Of its own origin it is a worker under the policy that it came with. */
    @Test
    void theWidgetMayBeAWorkerThatComputesAndNothingElse() throws Exception {
        assertThat(get("/captcha/widget.js", PAGE).headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        for (String other : new String[] {"argon2.js", "vendor.js", "pages.css"})
            assertThat(get("/captcha/" + other, PAGE).headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .doesNotContain("script-src");
    }

    @Test
    void whatIsServedSaysWhereToReadIt() throws Exception {
        assertThat(get("/captcha/widget.js", PAGE).body())
                .startsWith("/* Hiboo's captcha, AGPL 3; to be read in captcha/src/main/widget. */(()=>{")
                .doesNotContain("$jscomp", "import ", "export ");
    }

    @Test
    void filesAreKeptForAnHourAndThenAskedAfter() throws Exception {
        for (String name : new String[] {"widget.js", "argon2.js", "vendor.js", "pages.css"}) {
            HttpResponse<String> file = get("/captcha/" + name, PAGE);
            assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
            assertThat(file.headers().allValues("Cache-Control")).containsExactly("max-age=3600, public");
            HttpRequest.Builder again = HttpRequest.newBuilder(at("/captcha/" + name))
                    .header("If-None-Match", file.headers().firstValue("ETag").orElseThrow());
            assertThat(send(again, PAGE).statusCode()).isEqualTo(304);
        }
        assertThat(get("/captcha/other.js", PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void aVisitorMayChooseAmongTheKindsOfTheSite() throws Exception {
        Registered site = site("pow", "image", "audio");
        HttpResponse<String> kinds = get("/captcha/kinds?sitekey=" + site.key(), PAGE);
        assertThat(kinds.body()).isEqualTo("{\"kinds\":[\"pow\",\"image\",\"audio\"]}");
        assertThat(kinds.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(get("/captcha/kinds?sitekey=nonsense", PAGE).statusCode()).isEqualTo(404);
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
