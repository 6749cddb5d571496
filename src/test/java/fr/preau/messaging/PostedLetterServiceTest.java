package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.SendingFailure;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class PostedLetterServiceTest extends MessagingTest {

    @Autowired
    PostedLetterService letters;

    @BeforeEach
    void reception() {
        SignIn.as(centre.id(), Role.RECEPTION);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"RESIDENT", "VOLUNTEER", "YOUNG_AUTHOR", "ANIMATOR", "FEDERATION", "TECHNICIAN"})
    void onlyReceptionAndDirectionSeeLetters(Role other) {
        SignIn.as(centre.id(), other);

        assertThatThrownBy(() -> all()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aCentreSeesItsOwnLettersOnly() {
        post(letter("ours"));
        var ours = all().getFirst().id();
        var other = centres.open();
        SignIn.as(other.id(), Role.RECEPTION);

        CurrentCentre.runIn(other.id(), () -> {
            assertThat(letters.page(PostedLetterFilter.ALL, "", 0, 25)).isEmpty();
            assertThat(letters.count(PostedLetterFilter.ALL, "")).isZero();
            assertThat(letters.find(ours)).isEmpty();
            assertThat(letters.sendAgain(ours)).isEqualTo(SendAgain.NOT_POSSIBLE);
        });
    }

    @Test
    void lettersAreFoundByNameWithoutAccentsByAddressAndByState() {
        post(to("a", "Zoé Müller", "zoe@example.org"));
        post(to("b", "Samira", "samira_b@example.org"));
        round.sendDue();
        post(to("c", "100 % sûr", "c@example.org"));

        assertThat(names(PostedLetterFilter.ALL, "")).containsExactly("100 % sûr", "Samira", "Zoé Müller");
        assertThat(names(PostedLetterFilter.ALL, "zoe mul")).containsExactly("Zoé Müller");
        assertThat(names(PostedLetterFilter.ALL, "a_b@")).containsExactly("Samira");
        assertThat(names(PostedLetterFilter.ALL, "%")).containsExactly("100 % sûr");
        assertThat(names(PostedLetterFilter.ALL, "' OR 1=1 --")).isEmpty();
        assertThat(names(PostedLetterFilter.SENT, "")).containsExactly("Samira", "Zoé Müller");
        assertThat(names(PostedLetterFilter.WAITING, "")).containsExactly("100 % sûr");
        assertThat(names(PostedLetterFilter.FAILED, "")).isEmpty();
    }

    @Test
    void staffReadWhatWasSaidButNotTheReadersOwnLinks() {
        post(letter("a"));
        round.sendDue();

        assertThat(all().getFirst().said()).contains("Lina est inscrite.", "[Voir mon inscription]").doesNotContain("http");
    }

    @Test
    void aFailedLetterIsSentAgainAsItself() throws Exception {
        var letter = failed();

        assertThat(again(letter)).isEqualTo(SendAgain.ON_ITS_WAY);
        assertThat(again(letter)).as("a second click").isEqualTo(SendAgain.NOT_POSSIBLE);
        round.sendDue();

        assertThat(all()).extracting(PostedLetterRecord::state).containsExactly(LetterState.SENT);
        assertThat(server.getReceivedMessages()[0].getMessageID()).contains(letter.toString());
    }

    @Test
    void aLetterThatHasLeftIsSentAgainAsAnotherAndOnceForTwoClicks() {
        post(letter("a"));
        round.sendDue();
        var first = all().getFirst().id();

        assertThat(again(first)).isEqualTo(SendAgain.ON_ITS_WAY);
        assertThat(again(first)).isEqualTo(SendAgain.ALREADY_ASKED);
        round.sendDue();

        assertThat(all()).extracting(PostedLetterRecord::state).containsExactly(LetterState.SENT, LetterState.SENT);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(again(all().getFirst().id())).as("the second, again").isEqualTo(SendAgain.ON_ITS_WAY);
    }

    @Test
    void aLetterSentAgainDoesNotLeaveWhenItIsNoLongerTrue() {
        post(letter("a"));
        round.sendDue();
        again(all().getFirst().id());
        writer.words = envelope -> {
            assertThat(envelope.key()).as("its writer knows it again").isEqualTo("a");
            return Optional.empty();
        };

        round.sendDue();

        assertThat(all()).extracting(PostedLetterRecord::state).containsExactly(LetterState.WITHDRAWN, LetterState.SENT);
    }

    private UUID failed() {
        post(letter("a"));
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        round.sendDue();
        transport.reset();
        assertThat(all().getFirst().failure()).isEqualTo(SendingFailure.ADDRESS_REFUSED);
        return all().getFirst().id();
    }

    private SendAgain again(UUID letter) {
        return CurrentCentre.in(centre.id(), () -> letters.sendAgain(letter));
    }

    private List<PostedLetterRecord> all() {
        return CurrentCentre.in(centre.id(), () -> letters.page(PostedLetterFilter.ALL, "", 0, 25));
    }

    private List<String> names(PostedLetterFilter filter, String words) {
        return CurrentCentre.in(centre.id(), () -> letters.page(filter, words, 0, 25).stream().map(PostedLetterRecord::recipientName).toList());
    }

    private static Envelope to(String key, String name, String address) {
        return new Envelope(key, "test.news", Ids.next(), new Recipient(new EmailAddress(address), name));
    }
}
