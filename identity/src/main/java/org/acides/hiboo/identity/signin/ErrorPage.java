package org.acides.hiboo.identity.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, in words for people and as a problem (RFC 9457) for programs; of the inside, nothing. */
@Controller
@RequestMapping("/error")
class ErrorPage implements ErrorController {

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        int code = status.value();
        int worded = WORDED.contains(code) ? code : status.is5xxServerError() ? 500 : 400;
        return new ModelAndView("identity/error", status)
                .addObject("code", code)
                .addObject("worded", worded);
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }

    /** Opened by itself, the page stands for what is not there. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(code instanceof Integer number)) return HttpStatus.NOT_FOUND;
        HttpStatus status = HttpStatus.resolve(number);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
