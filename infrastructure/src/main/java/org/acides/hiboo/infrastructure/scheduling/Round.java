package org.acides.hiboo.infrastructure.scheduling;

import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** One round of one {@link Recurring}, by its name; Quartz keeps all nodes but one from running it. */
@DisallowConcurrentExecution
public class Round implements Job {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    private final List<Recurring> all;

    Round(ObjectProvider<Recurring> all) {
        this.all = all.stream().toList();
    }

    @Override
    public void execute(JobExecutionContext context) {
        String name = context.getJobDetail().getKey().getName();
        all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        Round::run, () -> log.info("{} is not known to this version, and left for another node", name));
    }

    private static void run(Recurring one) {
        try {
            one.work().run();
        } catch (RuntimeException | Error e) {
            log.error("{} failed; its next round comes as planned", one.name(), e);
        }
    }
}
