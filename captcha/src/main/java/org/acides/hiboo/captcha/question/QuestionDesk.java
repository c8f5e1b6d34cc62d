package org.acides.hiboo.captcha.question;

import java.time.Clock;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.commands.WithdrawQuestion;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.captcha.site.SiteOffice;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Where those who look after a site write its questions. */
@Component
class QuestionDesk {

    private static final int MOST = 200;

    private final Repository<AskedQuestion> repository;
    private final Questions questions;
    private final SiteOffice office;
    private final Sealer sealer;
    private final Clock clock;

    QuestionDesk(
            Repository<AskedQuestion> repository, Questions questions, SiteOffice office, Sealer sealer, Clock clock) {
        this.repository = repository;
        this.questions = questions;
        this.office = office;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(WriteQuestion command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role)
            throws Exception {
        if (office.require(command.siteId(), new Actor(actor, role)).retired()) throw new Refused("site.retired");
        if (questions.siteOf(command.questionId()).isPresent()) return;
        if (questions.count(command.siteId()) >= MOST) throw new Refused("question.too-many", MOST);
        repository.newInstance(() -> new AskedQuestion(
                command.questionId(),
                command.siteId(),
                command.question().language(),
                sealer.seal(command.questionId().value(), command.question()),
                clock.instant()));
    }

    @CommandHandler
    void handle(WithdrawQuestion command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        QuestionId id = command.questionId();
        SiteId site = questions.siteOf(id).orElse(null);
        if (site == null) return;
        office.require(site, new Actor(actor, role));
        repository.load(id.toString()).execute(question -> question.withdraw(clock.instant()));
        sealer.erase(id.value());
    }
}
