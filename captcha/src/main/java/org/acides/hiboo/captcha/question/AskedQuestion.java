package org.acides.hiboo.captcha.question;

import java.time.Instant;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.events.QuestionWithdrawn;
import org.acides.hiboo.captcha.api.events.QuestionWritten;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A question from its first day to its last. Its words never change: whoever wants others writes another. */
@Aggregate
public class AskedQuestion {

    @AggregateIdentifier
    private @Nullable QuestionId id;

    private @Nullable SiteId site;
    private boolean withdrawn;

    /** For Axon, which then applies the question's events. */
    AskedQuestion() {}

    AskedQuestion(QuestionId id, SiteId site, String language, Sealed<Question> question, Instant now) {
        AggregateLifecycle.apply(new QuestionWritten(id, site, language, question, now));
    }

    void withdraw(Instant now) {
        if (!withdrawn && id != null && site != null) AggregateLifecycle.apply(new QuestionWithdrawn(id, site, now));
    }

    @EventSourcingHandler
    void on(QuestionWritten event) {
        id = event.questionId();
        site = event.siteId();
    }

    @EventSourcingHandler
    void on(QuestionWithdrawn event) {
        withdrawn = true;
    }
}
