package org.acides.hiboo.identity.upstream.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.signin.Entrance;
import org.acides.hiboo.identity.upstream.LinkedIdentities;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.visit.Return.Answer;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the buttons of other providers lead, and where these send people back to. */
@Controller
@RequestMapping("/sign-in/elsewhere")
class ElsewherePage {

    private static final Logger LOG = LoggerFactory.getLogger(ElsewherePage.class);

    private final Outset outset;
    private final Return back;
    private final LinkedIdentities identities;
    private final Entrance entrance;

    ElsewherePage(Outset outset, Return back, LinkedIdentities identities, Entrance entrance) {
        this.outset = outset;
        this.back = back;
        this.identities = identities;
        this.entrance = entrance;
    }

    @PostMapping
    Object begin(
            @RequestParam(name = "with", defaultValue = "") String with,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "again", defaultValue = "false") String again,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Onward next = Onward.of(onward);
        boolean asked = again.equals("true");
        try {
            UpstreamId id = Ways.upstream(with).orElseThrow(() -> new Trouble(Why.CLOSED, "no provider"));
            return Ways.goTo(outset.begin(id, null, asked, next, language, request, response));
        } catch (Trouble no) {
            return told(no, with, asked ? "again" : "", next);
        }
    }

    @GetMapping("/{tag:[0-9a-f]{24}}")
    Object answered(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "error", defaultValue = "") String error,
            @RequestParam(name = "iss", defaultValue = "") String issuer,
            HttpServletRequest request,
            HttpServletResponse response) {
        BrowserKey key = outset.key(request);
        Visit visit;
        try {
            visit = outset.end(key, state, request, response);
        } catch (Trouble no) {
            return told(no, "", "", Onward.HOME);
        }
        try {
            Provider provider = outset.open(visit.upstream());
            Answer answer = new Answer(request.getRequestURI(), state, code, error, issuer);
            Vouched vouched = back.read(answer, provider, visit, key);
            return Ways.goTo(
                    visit.forLink() ? link(vouched, visit, who) : enter(vouched, visit, who, request, response));
        } catch (Trouble no) {
            String occasion = visit.forLink() ? "link" : visit.afresh() ? "again" : "";
            return told(no, visit.upstream().toString(), occasion, visit.onward());
        }
    }

    private URI enter(
            Vouched vouched,
            Visit visit,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountState account = identities
                .account(visit.upstream(), vouched.subject())
                .orElseThrow(() -> new Trouble(Why.UNLINKED, "nobody is linked to that identity"));
        try {
            return entrance.enter(
                    account,
                    vouched.methods(),
                    vouched.provedAt(),
                    who,
                    visit.afresh(),
                    visit.onward(),
                    request,
                    response);
        } catch (Refused blocked) {
            throw new Trouble(Why.BLOCKED, "the account is blocked");
        }
    }

    /** The session that asked is the one that gets the link, whoever is signed in meanwhile. */
    private URI link(Vouched vouched, Visit visit, @Nullable SignedIn who) {
        URI again = Ways.linking(visit.upstream(), visit.onward());
        if (who == null || !who.session().equals(visit.session())) return Ways.proveFirst(again);
        try {
            identities.link(who, visit.upstream(), vouched.subject());
            return visit.onward().given() ? visit.onward().address() : URI.create("/sessions");
        } catch (Refused no) {
            return switch (no.code()) {
                case "authentication.stale" -> Ways.proveFirst(again);
                case "upstream.taken" -> throw new Trouble(Why.TAKEN, "it opens another account");
                case "upstream.another" -> throw new Trouble(Why.ANOTHER, "there is a link already");
                default -> throw new Trouble(Why.CLOSED, "it is not open");
            };
        }
    }

    private static Object told(Trouble no, String with, String occasion, Onward onward) {
        LOG.info(
                "Provider {}: {}: {}",
                Ways.upstream(with).map(UpstreamId::toString).orElse("unknown"),
                no.why(),
                no.getMessage());
        return Ways.goTo(Ways.trouble(no.why(), with, occasion, onward));
    }
}
