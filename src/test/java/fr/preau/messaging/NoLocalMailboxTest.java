package fr.preau.messaging;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.messaging.smtp.OutgoingMail;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class NoLocalMailboxTest extends MessagingTest {

    @Autowired
    LocalMailbox mailbox;
    private MockMvc web;

    @BeforeEach
    void browser(@Autowired WebApplicationContext application) {
        web = MockMvcBuilders.webAppContextSetup(application).apply(SecurityMockMvcConfigurers.springSecurity()).build();
    }

    @Test
    void outsideTheDemonstrationTheMailboxDoesNotExistEvenWithMailInIt() throws Exception {
        mailbox.deliver(new OutgoingMail("<1@preau.example>", new EmailAddress("a@preau.example"), "Centre", null,
                new EmailAddress("b@example.org"), "B", "fr", "Titre", "<p>x</p>", "x", "BEGIN:VCALENDAR", "PUBLISH"));
        UUID mail = database.sql("SELECT id FROM local_mail").query(UUID.class).single();

        for (String page : List.of("", "/" + mail, "/" + mail + "/message", "/" + mail + "/preau.ics", "/" + Ids.next())) {
            web.perform(get("/demo/courrier" + page)).andExpect(status().isNotFound());
        }
    }
}
