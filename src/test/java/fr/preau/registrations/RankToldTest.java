package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The team answers no requests any more, and some are left: a newcomer's rank is the same before the click, in the answer and on the screen. */
class RankToldTest extends ByApproval {

    private Family newcomer;

    @BeforeEach
    void somebodyElseComes() {
        newcomer = town.family(centre).lives();
    }

    @Test
    void whoeverAskedEarlierAndHasNoAnswerYetStandsBeforeTheNewcomer() {
        accept(one(family, group));
        asks();
        theTeamAnswersNoMore(group);

        assertThat(told(group)).containsExactly(2);
        assertThat(answers(register(newcomer, group, "once", newcomer.persons(), PartyRule.WHO_CAN))).extracting(Answer::rank).containsExactly(2);
        assertThat(answers(register(newcomer, group, "once", newcomer.persons(), PartyRule.WHO_CAN))).as("sent twice").extracting(Answer::rank)
                .containsExactly(2);
        assertThat(shown()).containsExactly(2);
        assertThat(one(town.family(centre).lives(), group).rank()).as("the next one").isEqualTo(3);
    }

    @Test
    void aRequestForOneDateCountsForThatDateOnly() {
        var dates = town.group(centre).byApproval().sessions(2).places(1).stands();
        answers(register(family, dates, family.persons(), PartyRule.WHO_CAN)).forEach(this::accept);
        var other = town.family(centre).lives();
        as(other, () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), dates.id(), other.id(), other.persons(),
                Set.of(dates.session()), PartyRule.WHO_CAN)));
        theTeamAnswersNoMore(dates);

        assertThat(told(dates)).containsExactly(2, 1);
        assertThat(answers(register(newcomer, dates, newcomer.persons(), PartyRule.WHO_CAN))).extracting(Answer::rank).containsExactly(2, 1);
        assertThat(shown()).containsExactly(2, 1);
    }

    @Test
    void soDoesOneForAWholeSeries() {
        var series = town.group(centre).byApproval().series(3).places(1).stands();
        accept(one(family, series));
        one(town.family(centre).lives(), series);
        theTeamAnswersNoMore(series);

        assertThat(told(series)).containsExactly(2);
        assertThat(one(newcomer, series).rank()).isEqualTo(2);
        assertThat(shown()).containsExactly(2);
    }

    private void theTeamAnswersNoMore(Group of) {
        database.sql("UPDATE activity SET needs_approval = false WHERE id = :id").param("id", of.activity()).update();
    }

    private List<Integer> told(Group of) {
        return as(newcomer, () -> registrations.preview(of.id(), newcomer.persons(), Set.copyOf(of.sessions()), PartyRule.WHO_CAN))
                .forecasts().stream().map(Preview.Forecast::rank).toList();
    }

    private List<Integer> shown() {
        return as(newcomer, () -> registrations.mine()).stream().map(RegistrationRecord::rank).toList();
    }
}
