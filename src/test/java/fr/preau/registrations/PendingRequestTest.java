package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.followup.FollowUpFilter;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import fr.preau.registrations.followup.FollowUpService;
import fr.preau.testing.SqlCount;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team reads of the requests that wait for its answer, and what that costs. */
class PendingRequestTest extends ByApproval {

    @Autowired
    FollowUpService followUp;
    @Autowired
    TodayService today;
    @Autowired
    EntityManagerFactory sessions;

    @Test
    void theTeamSeesWhatToAcceptTheOldestFirstAndWhatAYesWouldMean() {
        var first = asks();
        var second = asks();

        var lines = asStaff(Role.ANIMATOR, () -> today.today()).requests();
        assertThat(lines).extracting(TodayService.RequestLine::request).containsExactly(first.request(), second.request());
        assertThat(asStaff(Role.ANIMATOR, () -> followUp.page(FollowUpFilter.of(Show.TO_ACCEPT), 0, 10))).hasSize(2);
        var pending = asStaff(Role.ANIMATOR, () -> approvals.pending(second.request()));
        assertThat(pending).singleElement().satisfies(one -> {
            assertThat(one.rank()).as("a place").isZero();
            assertThat(one.olderRequests()).isEqualTo(1);
        });
        accept(first.answer());
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(second.request())).getFirst().rank()).isEqualTo(1);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(first.request()))).isEmpty();
    }

    @Test
    void whatAYesWouldMeanForEachDateOfARequestIsAskedInTheSameStatementsForOneAndForSix() throws Exception {
        var one = asksFor(1);
        var six = asksFor(6);
        pending(one);

        assertThat(SqlCount.during(() -> pending(six))).hasSameSizeAs(SqlCount.during(() -> pending(one)));
        assertThat(pending(six)).hasSize(6).allSatisfy(date -> {
            assertThat(date.rank()).isEqualTo(3);
            assertThat(date.olderRequests()).isEqualTo(1);
        });
    }

    /** For so many dates, each with a family that waits for its one place and one that has no answer yet. */
    private UUID asksFor(int dates) {
        var dated = town.group(centre).byApproval().places(1).sessions(dates).stands();
        for (int i = 0; i < 2; i++) {
            var other = town.family(centre).lives();
            answers(register(other, dated, other.persons(), PartyRule.WHO_CAN)).forEach(this::accept);
        }
        one(town.family(centre).lives(), dated);
        return ((Registered) register(family, dated, family.persons(), PartyRule.WHO_CAN)).request();
    }

    private List<PendingRequest> pending(UUID request) {
        return asStaff(Role.ANIMATOR, () -> approvals.pending(request));
    }

    @Test
    void anAnswerReadsWhomItIsAboutAndNobodyElseWhoAsked() throws Exception {
        var roomy = town.group(centre).byApproval().places(12).stands();
        var alone = one(family, roomy);
        long few = read(() -> accept(alone));
        for (int i = 0; i < 5; i++) {
            one(town.family(centre).lives(), roomy);
        }
        var among = one(town.family(centre).lives(), roomy);

        assertThat(read(() -> accept(among))).isEqualTo(few);
        assertThat(read(() -> assertThat(asStaff(Role.RECEPTION, () -> approvals.unanswered(roomy.id()))).isEqualTo(5))).isZero();
    }

    /** How many rows this turns into objects. */
    private long read(Callable<?> work) throws Exception {
        var statistics = sessions.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            work.call();
            return statistics.getEntityLoadCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
