package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What people and programs are told when something is wrong on our side, or is too much for it. */
class TroubleTest {

    private static MockHttpServletRequest failed(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("an inner secret"));
        return request;
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "502, 500", "503, 503", "413, 413", "418, 400", "404, 404"})
    void everyFaultHasWordsAndShowsNothingOfTheInside(int status, int worded) {
        ModelAndView page = new ErrorPage().page(failed(status));
        assertThat(page.getStatus()).isEqualTo(HttpStatus.valueOf(status));
        assertThat(page.getModel()).containsEntry("code", status).containsEntry("worded", worded);
        assertThat(page.getModel().toString()).doesNotContain("secret");
        assertThat(String.valueOf(new ErrorPage().problem(failed(status)).getBody()))
                .contains("status=" + status)
                .doesNotContain("secret");
    }

    @Test
    void whoeverComesWhileTooManyPasswordsAreHashedIsToldWhenToComeBack() {
        Refused busy = new Refused("busy");
        MockHttpServletResponse response = new MockHttpServletResponse();
        Answers.tellWhen(response, busy);
        assertThat(Answers.refused(new ModelAndView("identity/sign-in"), busy).getStatus())
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void whoeverIsThrottledIsToldHowLong() {
        Refused throttled = new Refused("throttled", 7L);
        MockHttpServletResponse response = new MockHttpServletResponse();
        Answers.tellWhen(response, throttled);
        assertThat(Answers.refused(new ModelAndView("identity/sign-in"), throttled)
                        .getStatus())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(response.getHeader("Retry-After")).isEqualTo("7");
    }
}
