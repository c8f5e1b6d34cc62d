package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** «I already had an account here.» */
class ClaimPageTest extends MigrationLife {

    @Autowired
    WebApplicationContext web;

    @Autowired
    Claims claims;

    private MockMvc browser;
    private SignedIn who;

    @BeforeEach
    void someoneIsSignedIn() {
        browser = MockMvcBuilders.webAppContextSetup(web).build();
        who = new SignedIn(member(), SessionId.random(), Set.of(), Instant.EPOCH, List.of("pwd"));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, "", "ROLE_MEMBER"));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aMemberComesFromThePickerAndGoesBackToItWithTheOldProfile() throws Exception {
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        String handle = name();
        assertThat(text(get("/picker", service))).doesNotContain("/claim?");
        imported(service, handle);
        assertThat(text(get("/picker", service)))
                .contains("/claim?service=" + service, "I already had an account here");
        assertThat(text(get("/claim", service)))
                .contains("Old password")
                .doesNotContain("by=\"email\"", "e-mail address");

        MockHttpServletResponse wrong = post(service, "handle", handle, "password", "another");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("That is not right", "value=\"" + handle + "\"")
                .doesNotContain("another");

        MockHttpServletResponse right = post(service, "handle", " " + handle + " ", "password", OLD_PASSWORD);
        assertThat(right.getStatus()).isEqualTo(303);
        assertThat(right.getHeader("Location")).isEqualTo("/picker?service=x");
        assertThat(profiles.of(who.account(), service)).hasSize(1);
        assertThat(text(get("/picker", service))).contains(handle);
    }

    /** Bad service identifiers aside, a page without any list says so and has no form. */
    @Test
    void withoutAListThereIsNothingToClaim() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThat(text(get("/claim", service)))
                .contains("There are no old accounts")
                .doesNotContain("<form");
        assertThat(get("/claim", ServiceRef.random()).getStatus()).isEqualTo(404);
        assertThat(post(service, "handle", name(), "password", "x").getStatus()).isEqualTo(422);
    }

    @Test
    void nobodyClaimsWithoutBeingSignedIn() throws Exception {
        SecurityContextHolder.clearContext();
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThat(get("/claim", service).getHeader("Location")).startsWith("/sign-in?continue=%2Fclaim%3Fservice%3D");
        assertThat(post(service, "handle", "x").getHeader("Location")).startsWith("/sign-in?continue=");
    }

    @Test
    void whoProvesWhatAnotherClaimedIsAskedToContestIt() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        claims.byPassword(member(), service, handle, OLD_PASSWORD);
        assertThat(text(get("/claim", service))).doesNotContain("name=\"statement\"");
        MockHttpServletResponse told = post(service, "handle", handle, "password", OLD_PASSWORD);
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(text(told)).contains("somebody else proved it before you", "name=\"statement\"");
        MockHttpServletResponse wrong =
                post(service, "handle", handle, "password", "another", "statement", "<b>Mine</b>");
        assertThat(text(wrong)).contains("That is not right", "&lt;b&gt;Mine&lt;/b&gt;");
        MockHttpServletResponse right = post(service, "handle", handle, "password", OLD_PASSWORD, "statement", "Mine.");
        assertThat(right.getHeader("Location")).startsWith("/claim?contested&service=" + service);
        assertThat(text(browser.perform(MockMvcRequestBuilders.get("/claim")
                                .param("contested", "")
                                .param("service", service.toString())
                                .locale(Locale.ENGLISH))
                        .andReturn()
                        .getResponse()))
                .contains("The old account is frozen")
                .doesNotContain("<form");
    }

    /** Half a second at least, whichever way the answer came. */
    @Test
    void aNameThatNobodyHadTakesAsLongAsOneThatSomebodyHad() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        for (String tried : List.of(handle, name(), "a\u0000b")) {
            long asked = System.nanoTime();
            assertThat(post(service, "handle", tried, "password", "x").getStatus())
                    .isEqualTo(422);
            assertThat(System.nanoTime() - asked).isGreaterThan(490_000_000L);
        }
    }

    private MockHttpServletResponse get(String path, ServiceRef service) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(path)
                        .param("service", service.toString())
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(ServiceRef service, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/claim")
                .param("service", service.toString())
                .param("continue", "/picker?service=x")
                .locale(Locale.ENGLISH);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        MvcResult result = browser.perform(request).andReturn();
        if (!result.getRequest().isAsyncStarted()) return result.getResponse();
        result.getAsyncResult();
        return browser.perform(asyncDispatch(result)).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
