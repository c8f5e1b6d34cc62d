package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.account.CertificateFactors;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.certificate.ShownCertificate;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.ClientCertificates;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where members make the certificate that their browser shows a factor, and call it something. Not there unless a proxy passes any. */
@Controller
@RequestMapping(CertificatePage.PATH)
class CertificatePage {

    static final String PATH = "/factors/certificate";

    private static final int SHOWN = 200;

    private final ClientCertificates shown;
    private final CertificateFactors certificates;
    private final Enrolment enrolment;
    private final Freshness freshness;

    CertificatePage(
            ClientCertificates shown, CertificateFactors certificates, Enrolment enrolment, Freshness freshness) {
        this.shown = shown;
        this.certificates = certificates;
        this.enrolment = enrolment;
        this.freshness = freshness;
    }

    @GetMapping
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(PATH, next);
        ShownCertificate certificate = certificate(request);
        return page(certificate, next, certificate == null ? "" : certificate.subject());
    }

    @PostMapping
    Object enrol(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        if (who == null || !freshness.of(who)) return Answers.proveFirst(PATH, next);
        ShownCertificate certificate = certificate(request);
        try {
            if (certificate == null) throw new Refused("certificate.not-shown");
            List<String> methods = certificates.enrol(who.account(), certificate, new FactorName(name));
            return enrolment.goOn(who, methods, next, request, response);
        } catch (Refused no) {
            return Answers.refused(page(certificate, next, name), no);
        }
    }

    private @Nullable ShownCertificate certificate(HttpServletRequest request) {
        if (!shown.taken()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return shown.shownBy(request).map(ShownCertificate::new).orElse(null);
    }

    private static ModelAndView page(@Nullable ShownCertificate certificate, Onward next, String name) {
        return new ModelAndView("identity/certificate")
                .addObject("onward", Answers.text(next))
                .addObject("leave", next.toString())
                .addObject("subject", certificate == null ? null : cut(certificate.subject()))
                .addObject("name", cut(name));
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
