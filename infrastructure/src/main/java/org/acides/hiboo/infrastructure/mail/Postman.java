package org.acides.hiboo.infrastructure.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, letter by letter: each is locked while it is on its way, so that no second node sends it, and a
 * node that dies lets go of it at once. Woken by the commit that brought a letter; looks by itself now and then for
 * those that wait for another try or that another node left.
 */
final class Postman implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int WALKERS = 2;
    private static final int LOOK_EVERY_MS = 2_000;

    private final Outbox outbox;
    private final Smtp smtp;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> walkers = new ArrayList<>();
    private volatile boolean running;

    Postman(Outbox outbox, Smtp smtp, TransactionTemplate transaction, Clock clock) {
        this.outbox = outbox;
        this.smtp = smtp;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Says that a letter was committed. Never waits. */
    void wake() {
        news.release();
    }

    private void walk() {
        while (running) {
            try {
                while (running && Boolean.TRUE.equals(transaction.execute(status -> sendOne())))
                    ;
                if (news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) news.drainPermits();
            } catch (RuntimeException e) {
                log.warn("The outbox cannot be read; trying again: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** @return whether there was one */
    private boolean sendOne() {
        Optional<Outbox.Letter> due = outbox.take();
        due.ifPresent(letter -> {
            Optional<OpenMail> mail = outbox.open(letter);
            if (mail.isEmpty()) {
                outbox.drop(letter);
                return;
            }
            try {
                smtp.send(letter.sealed().subject(), mail.get());
                outbox.drop(letter);
            } catch (Undelivered e) {
                failed(letter, e);
            }
        });
        return due.isPresent();
    }

    private void failed(Outbox.Letter letter, Undelivered why) {
        var next = clock.instant().plus(Backoff.after(letter.attempts()));
        if (why.forGood() || next.isAfter(letter.postedAt().plus(Backoff.LIFE))) {
            log.warn("Letter {} is set aside: {}", letter.number(), why.getMessage());
            outbox.setAside(letter, why.getMessage());
        } else {
            log.info("Letter {} waits until {}: {}", letter.number(), next, why.getMessage());
            outbox.later(letter, next, why.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= WALKERS; i++)
            walkers.add(Thread.ofPlatform().daemon().name("postman-" + i).start(this::walk));
    }

    /** Waits for a letter that is on its way: cut off, it might arrive twice. */
    @Override
    public void stop() {
        running = false;
        news.release(WALKERS);
        for (Thread walker : walkers)
            try {
                walker.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        walkers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
