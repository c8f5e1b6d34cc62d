package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.account.CertificateFactors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.certificate.ShownCertificate;
import org.acides.hiboo.identity.signin.SecondSteps.Waiting;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.ClientCertificates;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets on whoever knew the password and whose browser holds the key of a certificate of the same account. Nothing can be guessed
 * here, so that no try is counted.
 */
@Controller
class CertificateSecondStep {

    private final SecondStep second;
    private final SecondStepPage page;
    private final ClientCertificates shown;
    private final CertificateFactors certificates;

    CertificateSecondStep(
            SecondStep second, SecondStepPage page, ClientCertificates shown, CertificateFactors certificates) {
        this.second = second;
        this.page = page;
        this.shown = shown;
        this.certificates = certificates;
    }

    @PostMapping(path = "/second-step", params = "certificate")
    Object prove(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        Waiting waiting = second.waiting(who, request).orElse(null);
        if (waiting == null) return page.over(who, next);
        try {
            ShownCertificate certificate = shown.shownBy(request)
                    .map(ShownCertificate::new)
                    .orElseThrow(() -> new Refused("certificate.not-shown"));
            List<String> methods = certificates.secondStep(waiting.account(), certificate);
            return page.pass(waiting, methods, who, next, request, response);
        } catch (Refused no) {
            return Answers.refused(page.page(waiting, next, request), no);
        }
    }
}
