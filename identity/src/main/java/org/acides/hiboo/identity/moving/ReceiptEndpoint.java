package org.acides.hiboo.identity.moving;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where other communities say that they take a profile. 204: it is theirs from now on. 409: it stays here. Anything else: nothing
 * is decided.
 */
@Controller
class ReceiptEndpoint {

    private static final int LARGEST = 8 * 1024;

    private final SignedByOthers signed;
    private final LettingGo lettingGo;

    ReceiptEndpoint(SignedByOthers signed, LettingGo lettingGo) {
        this.signed = signed;
        this.lettingGo = lettingGo;
    }

    @PostMapping(path = CommunityHttp.RECEIPTS, consumes = CommunityHttp.RECEIPT_TYPE)
    ResponseEntity<?> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) return problem(HttpStatus.CONTENT_TOO_LARGE, "bundle.too-large");
        try {
            var letter = signed.read(new String(body, StandardCharsets.US_ASCII), Receipt.TYPE);
            lettingGo.to(letter.from(), Receipt.of(letter.claims()));
            return ResponseEntity.noContent().build();
        } catch (Refused no) {
            return problem(
                    switch (no.code()) {
                        case "leaving.unknown", "leaving.called-off", "leaving.not-there" -> HttpStatus.CONFLICT;
                        case "bundle.malformed" -> HttpStatus.BAD_REQUEST;
                        default -> HttpStatus.FORBIDDEN;
                    },
                    no.code());
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
