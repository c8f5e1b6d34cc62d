package org.acides.hiboo.identity.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.profile.PickedProfile;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody signed in, in front of the picker. */
abstract class PickerLife extends ProfileLife {

    static final String ONWARD = "/oauth2/authorize?client_id=x&state=y";

    @Autowired
    WebApplicationContext web;

    @Autowired
    PickedProfile picked;

    @Autowired
    ProfileChoices choices;

    MockMvc browser;
    SignedIn who;

    @BeforeEach
    void someoneIsSignedIn() {
        browser = MockMvcBuilders.webAppContextSetup(web).build();
        who = new SignedIn(AccountId.random(), SessionId.random(), Set.of(), Instant.EPOCH, List.of("pwd"));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, "", "ROLE_MEMBER"));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    MockHttpServletResponse get(ServiceRef service, Locale locale) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get("/picker")
                        .param("service", service.toString())
                        .param("continue", ONWARD)
                        .locale(locale))
                .andReturn()
                .getResponse();
    }

    MockHttpServletResponse post(String path, ServiceRef service, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .param("service", service.toString())
                .param("continue", ONWARD)
                .locale(Locale.ENGLISH);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return browser.perform(request).andReturn().getResponse();
    }

    static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    ProfileId pickedIn(MockHttpServletResponse response, ServiceRef service) {
        String location = response.getHeader("Location");
        assertThat(location).startsWith(ONWARD + "&picked=");
        String token = location.substring(location.lastIndexOf('=') + 1);
        return picked.verify(token, who, service).orElseThrow();
    }
}
