package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.preau.base.Moments;
import fr.preau.testing.PreauTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** Between two and three o'clock at night an hour may come twice or not at all: jobs rest then. */
@PreauTest
class JobHoursTest {

    /** What comes by all day, and so at that hour too: each says beside it, or in its work, why it may. A new one is thought about here. */
    private static final Set<String> AT_ALL_HOURS = Set.of("registrations-round", "messaging-outbox", "accounts-forget-tickets");

    @Autowired
    private List<RecurringTask<?>> jobs;

    @Test
    void whatComesOnceADayDoesNotComeThen() {
        var daily = jobs.stream().filter(job -> schedule(job) instanceof Daily).toList();
        assertThat(daily).extracting(RecurringTask::getName).contains("people-forgetting", "accounts-forgetting", "messaging-forgetting",
                "activities-forgetting");
        for (String noon : List.of("2026-01-15T11:00:00Z", "2026-03-28T11:00:00Z", "2026-10-24T10:00:00Z")) {
            assertThat(daily).allSatisfy(job -> assertThat(schedule(job).getInitialExecutionTime(Instant.parse(noon)).atZone(Moments.PARIS).getHour())
                    .as(job.getName() + " after " + noon).isNotEqualTo(2));
        }
    }

    @Test
    void whatComesAtAllHoursIsKnown() {
        assertThat(jobs.stream().filter(job -> !(schedule(job) instanceof Daily)).map(RecurringTask::getName).collect(Collectors.toSet()))
                .isEqualTo(AT_ALL_HOURS);
    }

    private static Schedule schedule(RecurringTask<?> job) {
        var onStartup = Objects.requireNonNull(ReflectionTestUtils.getField(job, RecurringTask.class, "scheduleOnStartup"));
        return (Schedule) Objects.requireNonNull(ReflectionTestUtils.getField(onStartup, "schedule"));
    }
}
