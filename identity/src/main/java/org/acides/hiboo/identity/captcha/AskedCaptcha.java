package org.acides.hiboo.identity.captcha;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.acides.hiboo.identity.captcha.Siteverify.Verdict;
import org.acides.hiboo.infrastructure.api.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A captcha that a server judges. Where it does not answer nobody passes, or a program would first see to that. */
final class AskedCaptcha implements Captcha {

    private static final Logger LOG = LoggerFactory.getLogger(AskedCaptcha.class);
    private static final int LONGEST = 8_192;
    private static final Set<String> LATE =
            Set.of("timeout-or-duplicate", "already-seen-response", "expired-input-response");

    /** Each holds a thread that serves requests while another one answers, when the server is our own. */
    private static final int AT_ONCE = 8;

    private final Server server;
    private final Siteverify siteverify = new Siteverify();
    private final Semaphore room = new Semaphore(AT_ONCE);

    AskedCaptcha(Server server) {
        this.server = server;
    }

    @Override
    public Optional<Shown> shown(String action) {
        return Optional.of(new Shown(server.keys().siteKey(), action, server.script(), server.manual()));
    }

    @Override
    public void require(String action, String response) {
        if (response.isEmpty()) throw new Refused("captcha.missing");
        if (response.length() > LONGEST) throw new Refused("captcha.wrong");
        if (!room.tryAcquire()) throw new Refused("busy");
        try {
            judge(action, verdict(response));
        } catch (IOException silent) {
            LOG.warn("The captcha's server cannot be asked, and forms are refused: {}", silent.toString());
            throw new Refused("captcha.unreachable");
        } finally {
            room.release();
        }
    }

    private Verdict verdict(String response) throws IOException {
        SiteKeys keys = server.keys();
        Verdict first = siteverify.ask(server.siteverify(), keys, response);
        if (!first.errors().contains("invalid-input-secret")) return first;
        SiteKeys others = server.insteadOf(keys)
                .orElseThrow(() -> new IOException("it does not know our secret: hiboo.forms.secret"));
        return siteverify.ask(server.siteverify(), others, response);
    }

    private void judge(String action, Verdict verdict) throws IOException {
        if (verdict.errors().contains("invalid-input-secret")) throw new IOException("it does not know our secret");
        if (verdict.errors().stream().anyMatch(LATE::contains)) throw new Refused("captcha.late");
        boolean meant = verdict.action().isEmpty() && !server.namesActions()
                || verdict.action().equals(action);
        if (!verdict.success() || !meant) throw new Refused("captcha.wrong");
    }

    @Override
    public Optional<String> sources() {
        return Optional.of(server.sources());
    }
}
