package org.acides.hiboo.infrastructure.scheduling;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the stored schedule in line with the {@link Recurring} beans of this version: what is new begins at once, what
 * is unchanged keeps its next time across restarts, what vanished goes.
 */
@Component
class Schedule implements SmartInitializingSingleton {

    private static final String GROUP = "recurring";

    private final Scheduler scheduler;
    private final ObjectProvider<Recurring> all;

    Schedule(Scheduler scheduler, ObjectProvider<Recurring> all) {
        this.scheduler = scheduler;
        this.all = all;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Set<String> names = new HashSet<>();
            for (Recurring one : all) {
                if (!names.add(one.name())) throw new IllegalStateException("two Recurring are named " + one.name());
                schedule(one);
            }
            for (JobKey known : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)))
                if (!names.contains(known.getName())) scheduler.deleteJob(known);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule cannot be read or written", e);
        }
    }

    private void schedule(Recurring one) throws SchedulerException {
        Trigger stored = scheduler.getTrigger(new TriggerKey(one.name(), GROUP));
        if (stored instanceof SimpleTrigger simple
                && simple.getRepeatInterval() == one.every().toMillis()) return;
        JobDetail job = JobBuilder.newJob(Round.class)
                .withIdentity(one.name(), GROUP)
                .storeDurably()
                .build();
        try {
            if (stored == null) {
                scheduler.addJob(job, true);
                scheduler.scheduleJob(trigger(one));
            } else scheduler.rescheduleJob(stored.getKey(), trigger(one));
        } catch (ObjectAlreadyExistsException anotherNodeWasFaster) {
            return;
        }
    }

    /** A round that was missed while every node was down is caught up once. */
    private static Trigger trigger(Recurring one) {
        Duration every = one.every();
        return TriggerBuilder.newTrigger()
                .withIdentity(one.name(), GROUP)
                .forJob(one.name(), GROUP)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
    }
}
