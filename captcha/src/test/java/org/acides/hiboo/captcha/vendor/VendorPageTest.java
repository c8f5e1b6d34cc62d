package org.acides.hiboo.captcha.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.junit.jupiter.api.Test;

/** What the page of a vendor's task carries from the form to the pass, and how it goes on when the task does not. */
class VendorPageTest extends RunningCaptcha {

    private static final Pattern CHALLENGE = Pattern.compile("data-challenge=\"([^\"]+)\"");

    @Test
    void whatTheFormGaveIsSignedIntoTheChallenge() throws Exception {
        String where = page() + "&action=post&cdata=order-7";
        assertThat(get(where, null).body())
                .contains("name=\"action\" value=\"post\"", "name=\"cdata\" value=\"order-7\"");
        Matcher challenge = CHALLENGE.matcher(get(where + "&agreed=true", null).body());
        assertThat(challenge.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(challenge.group(1)), UTF_8))
                .contains("\"cdata\":\"order-7\"", "\"action\":\"post\"");
    }

    @Test
    void whatIsNoCustomerDataIsNotPosed() throws Exception {
        String where = page() + "&cdata=%3Cb%3E";
        assertThat(get(where, null).body()).doesNotContain("<b>");
        assertThat(get(where + "&agreed=true", null).statusCode()).isEqualTo(404);
    }

    @Test
    void theVendorSaysWhenItsTaskFailedOrExpired() throws Exception {
        assertThat(get(page() + "&agreed=true", null).body())
                .contains(
                        "data-expired-callback=\"hibooExpired\"",
                        "data-error-callback=\"hibooFailed\"",
                        "data-broken=\"The task of hCaptcha did not work.",
                        ">Try again</button>");
    }

    private String page() {
        Registered site = site("hcaptcha");
        commands.send(new GiveVendorKeys(site.id(), Vendor.HCAPTCHA, "a-public-key", "a-secret"), ADMIN);
        return "/captcha/vendor?lang=en&kind=hcaptcha&sitekey=" + site.key();
    }
}
