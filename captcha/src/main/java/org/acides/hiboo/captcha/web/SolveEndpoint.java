package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.challenge.Solved;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where our widget changes a solution for a pass. */
@RestController
class SolveEndpoint {

    private final Solutions solutions;
    private final Origins origins;
    private final SmallBody body;

    SolveEndpoint(Solutions solutions, Origins origins, SmallBody body) {
        this.solutions = solutions;
        this.origins = origins;
        this.body = body;
    }

    @PostMapping("/captcha/solve")
    ResponseEntity<?> solve(HttpServletRequest request) throws IOException {
        Optional<String> payload = body.read(request).map(fields -> fields.get("payload"));
        if (payload.isEmpty()) return Problems.of(new NotSolved(NotSolved.Reason.MALFORMED));
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            Solved solved = solutions.solve(payload.get(), site -> origins.mayPose(site, origin));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("success", true, "pass", solved.pass()));
        } catch (NotSolved no) {
            return Problems.of(no);
        } catch (Refused busy) {
            return Problems.busy();
        }
    }
}
