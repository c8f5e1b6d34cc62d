package org.acides.hiboo.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = {InfrastructureConfiguration.class, TestDatabase.class})
@EnableAutoConfiguration
class MailboxTest {

    @Autowired
    Mailer mailer;

    @Autowired
    WebApplicationContext web;

    MockMvc browser;

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(web).build();
    }

    private static RequestPostProcessor from(String address, String host) {
        return request -> {
            request.setRemoteAddr(address);
            request.setServerName(host);
            return request;
        };
    }

    private String page(Locale reader) throws Exception {
        return browser.perform(
                        get("/mailbox").with(from("127.0.0.1", "localhost")).locale(reader))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void lettersAreShownNewestFirstWithTheirLinksAndNothingElseAlive() throws Exception {
        mailer.post(new OpenMail("first@example.org", "One <script>", "hello"));
        mailer.post(new OpenMail(
                "second@example.org",
                "Two",
                "javascript:alert(1)\n<img src=x> http://localhost:8080/verify?a=1&b=2\n"));
        String page = page(Locale.ENGLISH);
        assertThat(page)
                .contains("For development only")
                .contains("<a href=\"http://localhost:8080/verify?a=1&amp;b=2\" rel=\"noreferrer\">")
                .contains("One &lt;script&gt;")
                .doesNotContain("<script", "<img", "href=\"javascript");
        assertThat(page.indexOf("second@example.org")).isLessThan(page.indexOf("first@example.org"));
        assertThat(page.indexOf("second@example.org")).isLessThan(page.indexOf("/verify?"));
    }

    @Test
    void itSpeaksFrenchToo() throws Exception {
        assertThat(page(Locale.CANADA_FRENCH)).contains("lang=\"fr\"", "Pour le développement uniquement");
        assertThat(page(Locale.JAPANESE)).contains("lang=\"en\"");
    }

    @Test
    void nobodyElsesMachineSeesIt() throws Exception {
        browser.perform(get("/mailbox").with(from("192.0.2.7", "localhost"))).andExpect(status().isNotFound());
        browser.perform(get("/mailbox").with(from("127.0.0.1", "hiboo.example")))
                .andExpect(status().isNotFound());
        // A trusted proxy's X-Forwarded-For is used up before this page sees it.
        for (String header : new String[] {"X-Forwarded-For", "X-Forwarded-Proto"})
            browser.perform(get("/mailbox").with(from("127.0.0.1", "localhost")).header(header, "anything"))
                    .andExpect(status().isNotFound());
        browser.perform(get("/mailbox").with(from("::1", "[::1]"))).andExpect(status().isOk());
    }
}
