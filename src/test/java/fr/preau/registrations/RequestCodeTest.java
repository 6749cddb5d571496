package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.EmailAddress;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Recipient;
import fr.preau.registrations.followup.FollowUpFilter;
import fr.preau.registrations.followup.FollowUpService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The short name of a request, for the phone. */
class RequestCodeTest extends RegistrationsTest {

    @Autowired
    Registrations rows;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    FollowUpService followUp;
    @Autowired
    RegistrationLetters writer;

    @Test
    void aCodeHasTheLettersOfTheCentreAndSixDigits() {
        var code = codeOf(one(town.family(centre).lives(), town.group(centre).stands()));

        assertThat(code).matches(centre.code() + "-\\d{3}-\\d{3}");
    }

    @Test
    void aCodeThatIsTakenIsDrawnAgainWithOneDigitMore() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var taken = codeOf(one(family, group));
        var digits = RequestCode.digitsIn(taken).orElseThrow();
        var command = RegisterCommand.series("another", group.id(), family.id(), List.of(family.person()), PartyRule.WHO_CAN);

        var codes = new RequestCodes(rows);
        var drawn = in(() -> codes.withNew(centre.code(), length -> length == 6 ? Integer.parseInt(digits) : 4_827_163, code ->
                transactions.call(() -> {
                    rows.add(new RegistrationRequest(command, code, By.job(), clock.instant()));
                    return code;
                })));

        assertThat(drawn.value()).endsWith("-482-7163");
        assertThat(codes.withNew(centre.code(), RequestCode::value)).as("the next, a moment later").matches(".+-\\d{3}-\\d{4}");
        assertThat(codes.withNew("ECO", RequestCode::value)).as("another centre's").matches("ECO-\\d{3}-\\d{3}");
        assertThat(database.sql("SELECT COUNT(*) FROM registration_request WHERE centre_id = :centre").param("centre", centre.id())
                .query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void ofTheLongestCodesOneThatIsTakenIsDrawnAgainToo() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        one(family, group);
        database.sql("UPDATE registration_request SET code = :code WHERE centre_id = :centre").param("code", centre.code() + "-482-71634")
                .param("centre", centre.id()).update();
        var command = RegisterCommand.series("another", group.id(), family.id(), List.of(family.person()), PartyRule.WHO_CAN);
        var draws = List.of("48271634", "48271634", "48271634", "48271634", "48271635").iterator();

        var drawn = in(() -> new RequestCodes(rows).withNew(centre.code(), digits -> Integer.parseInt(draws.next()), code -> transactions.call(() -> {
            rows.add(new RegistrationRequest(command, code, By.job(), clock.instant()));
            return code;
        })));

        assertThat(drawn.value()).endsWith("-482-71635");
    }

    @Test
    void inARunningTransactionACodeThatIsTakenIsPassedOver() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var taken = Integer.parseInt(RequestCode.digitsIn(codeOf(one(family, group))).orElseThrow());
        var other = taken == 999_999 ? 100_000 : taken + 1;
        var draws = List.of(taken, taken, other).iterator();

        var code = in(() -> transactions.call(() -> new RequestCodes(rows).withNew(centre.code(), digits -> draws.next(), drawn -> drawn)));

        assertThat(code).isEqualTo(RequestCode.of(centre.code(), String.valueOf(other)));
    }

    @Test
    void anotherFailureIsNotTakenForACodeThatIsTaken() {
        assertThatThrownBy(() -> new RequestCodes(rows).withNew("BEL", code -> {
            throw new IllegalStateException(code.value());
        })).isInstanceOf(IllegalStateException.class).hasMessageMatching("BEL-\\d{3}-\\d{3}");
    }

    @Test
    void aCodeIsUnderstoodHoweverItIsWritten() {
        assertThat(List.of("BEL-482-716", "bel 482 716", "482716", " BEL482-716 ", "bel.482.716")).allSatisfy(typed ->
                assertThat(RequestCode.digitsIn(typed)).contains("482716"));
        assertThat(List.of("", "Benali", "06 12 34 56 78", "2026", "atelier 482716", "BEL")).allSatisfy(typed ->
                assertThat(RequestCode.digitsIn(typed)).isEmpty());
    }

    @Test
    void receptionFindsARequestByItsCodeInAnyListAndAnotherCentresNever() {
        var group = town.group(centre).stands();
        var code = codeOf(one(town.family(centre).lives(), group));
        one(town.family(centre).lives(), group);
        var digits = RequestCode.digitsIn(code).orElseThrow();
        var here = centre;

        for (var typed : List.of(code, code.toLowerCase(), digits)) {
            var filter = new FollowUpFilter(FollowUpFilter.Show.TO_DO, null, null, null, typed);
            assertThat(asStaff(Role.RECEPTION, () -> followUp.page(filter, 0, 10))).hasSize(1);
            assertThat(asStaff(Role.RECEPTION, () -> followUp.count(filter))).isEqualTo(1);
        }
        centre = town.centre();
        assertThat(asStaff(Role.RECEPTION, () -> followUp.page(new FollowUpFilter(FollowUpFilter.Show.ALL, null, null, null, code), 0, 10))).isEmpty();
        centre = here;
    }

    @Test
    void theCalendarOfARequestIsOnesOwnOnlyAndHasTheEntriesOfTheLetter() {
        var group = town.group(centre).series(2).stands();
        var family = town.family(centre).of(2).lives();
        register(family, group, family.persons(), PartyRule.TOGETHER);
        var request = database.sql("SELECT id FROM registration_request WHERE household_id = :id").param("id", family.id()).query(UUID.class).single();
        var letter = in(() -> writer.write(new Envelope("registrations.registration-confirmed:" + request + ":-:0", "registrations.registration-confirmed", request,
                new Recipient(new EmailAddress("amina@exemple.fr"), "Amina")))).orElseThrow();
        var entries = letter.invitation().orElseThrow().entries().stream().map(Invitation.Entry::uid).toList();

        var file = as(family, () -> registrations.calendar(request)).orElseThrow();

        assertThat(file.replace("\r\n ", "").lines().filter(line -> line.startsWith("UID:")).map(line -> line.substring(4, line.indexOf('@'))))
                .hasSize(4).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(file).contains("METHOD:PUBLISH", "SEQUENCE:0").doesNotContain("ATTENDEE");
        assertThat(as(town.family(centre).lives(), () -> registrations.calendar(request))).as("another family").isEmpty();
        assertThat(as(family, () -> registrations.calendar(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whoWaitsHasNoDateForTheCalendarAndWhoCancelledNoneAnyMore() {
        var group = town.group(centre).places(1).stands();
        var first = town.family(centre).lives();
        var seat = one(first, group).registration();
        var request = as(first, () -> registrations.mine()).getFirst().requestId();
        var waits = town.family(centre).lives();
        one(waits, group);

        assertThat(as(waits, () -> registrations.calendar(registrations.mine().getFirst().requestId()))).isEmpty();
        as(first, () -> registrations.cancel(Set.of(seat)));
        assertThat(as(first, () -> registrations.calendar(request))).isEmpty();
    }

    @Test
    void requestsOfBeforeGetACodeEachFromTheMigration() throws Exception {
        var group = town.group(centre).stands();
        for (int i = 0; i < 5; i++) {
            one(town.family(centre).lives(), group);
        }
        database.sql("UPDATE registration_request SET code = LEFT(REPLACE(UUID(), '-', ''), 16)").update();
        var changes = new ClassPathResource("db/changelog/registrations/0002-code-and-reason.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        database.sql(changes.substring(changes.indexOf("UPDATE registration_request"), changes.indexOf(";", changes.indexOf("UPDATE registration_request")))).update();

        assertThat(database.sql("SELECT code FROM registration_request WHERE centre_id = :centre").param("centre", centre.id()).query(String.class).list())
                .hasSize(5).doesNotHaveDuplicates().allMatch(code -> code.matches(centre.code() + "-\\d{3}-\\d{3}"));
    }

    private String codeOf(Answer answer) {
        return database.sql("SELECT q.code FROM registration_request q JOIN registration r ON r.request_id = q.id WHERE r.id = :id")
                .param("id", answer.registration()).query(String.class).single();
    }
}
