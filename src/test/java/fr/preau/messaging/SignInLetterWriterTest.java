package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class SignInLetterWriterTest {

    private final Outbox outbox = mock(Outbox.class);
    private final SignInLetters letters = mock(SignInLetters.class);
    private final PublicAddress addresses = mock(PublicAddress.class);
    private final Texts texts = mock(Texts.class);
    private final SignInLetterWriter writer = new SignInLetterWriter(outbox, letters, addresses, texts, mock(Moments.class));

    @BeforeEach
    void words() {
        when(texts.say(anyString(), any(Object[].class))).thenAnswer(call -> call.getArgument(0));
        when(addresses.of(anyString())).thenAnswer(call -> "https://preau.example" + call.getArgument(0));
    }

    @Test
    void theOutboxHoldsTheTicketAndTheLetterTheLink() {
        var ticket = Ids.next();
        writer.post(SignInPost.Kind.LINK, ticket, ticket, new EmailAddress("samira@example.org"), "Samira");
        var posted = ArgumentCaptor.forClass(Envelope.class);
        Mockito.verify(outbox).postAcrossCentres(posted.capture());
        when(letters.write(SignInPost.Kind.LINK, ticket)).thenReturn(Optional.of(new SignInLetter("link", "/connexion/lien/abc", null)));

        var letter = writer.write(posted.getValue()).orElseThrow();

        assertThat(posted.getValue().toString()).doesNotContain("abc");
        assertThat(letter.subject()).isEqualTo("accounts.letter.link.subject");
        assertThat(letter.parts()).isEqualTo(List.of(new Letter.Paragraph("accounts.letter.link.text"),
                new Letter.Link("accounts.letter.link.button", "https://preau.example/connexion/lien/abc", true),
                new Letter.Paragraph("accounts.letter.link.after")));
    }

    @Test
    void aTicketThatIsUsedUpMakesNoLetter() {
        when(letters.write(any(), any())).thenReturn(Optional.empty());

        assertThat(writer.write(new Envelope("k", "accounts.password", Ids.next(), new Recipient(new EmailAddress("a@example.org"), "")))).isEmpty();
    }
}
