package org.acides.hiboo.identity.oidc.logout;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.logout.LogoutNotices.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells applications what is due, a few notices at a time each, so that one that is slow holds up nobody else. Woken by
 * the commit that brought a notice; looks by itself now and then for those that wait for another try, or that another
 * node left.
 */
@Component
class LogoutMessenger implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogoutMessenger.class);
    private static final int AT_ONCE_FOR_ONE = 4;
    private static final int LOOK_EVERY_MS = 2_000;

    private final LogoutNotices notices;
    private final RegisteredClientRepository clients;
    private final LogoutTokens tokens;
    private final LogoutCall call;
    private final Semaphore news = new Semaphore(0);
    private final Map<ServiceRef, Integer> underway = new ConcurrentHashMap<>();
    private volatile boolean running;
    private Thread thread = new Thread();

    LogoutMessenger(LogoutNotices notices, RegisteredClientRepository clients, LogoutTokens tokens, LogoutCall call) {
        this.notices = notices;
        this.clients = clients;
        this.tokens = tokens;
        this.call = call;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(LogoutNotices.Brought event) {
        news.release();
    }

    private void walk() {
        while (running) {
            try {
                Optional<Notice> due = notices.take(busy());
                if (due.isPresent()) start(due.get());
                else if (news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) news.drainPermits();
            } catch (RuntimeException e) {
                log.warn("What applications are to be told cannot be read; trying again: {}", e.getMessage());
                if (!pause()) return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private List<ServiceRef> busy() {
        return underway.entrySet().stream()
                .filter(each -> each.getValue() >= AT_ONCE_FOR_ONE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void start(Notice notice) {
        underway.merge(notice.service(), 1, Integer::sum);
        Thread.ofVirtual().name("logout-notice").start(() -> {
            try {
                tell(notice);
            } catch (RuntimeException e) {
                log.warn("Service {} is told later that somebody signed out: {}", notice.service(), e.getMessage());
            } finally {
                underway.computeIfPresent(notice.service(), (service, all) -> all == 1 ? null : all - 1);
                news.release();
            }
        });
    }

    private void tell(Notice notice) {
        var client = clients.findById(notice.service().toString());
        URI address = client == null
                ? null
                : ClientOf.backchannelLogout(client).map(LogoutAddress::uri).orElse(null);
        if (client == null || address == null) {
            notices.done(notice);
            return;
        }
        switch (call.bring(address, tokens.of(notice, client))) {
            case TOLD -> notices.done(notice);
            case REFUSED -> giveUp(notice, "it refuses");
            case UNREACHABLE -> {
                if (notice.last()) giveUp(notice, "it cannot be reached");
            }
        }
    }

    private void giveUp(Notice notice, String why) {
        log.warn("Service {} is not told that somebody signed out: {}", notice.service(), why);
        notices.done(notice);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("logout-messenger").start(this::walk);
    }

    /** What is on its way may be cut off: it is due again. */
    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
